import { Controller, Query } from '@nestjs/common';
import { Calculations } from '../../calculations/calculations.js';
import type { PageQuery } from '../as-of/as-of.js';
import { paths } from '../paths.js';
import { Page } from '../shell/page.decorator.js';
import { Pages } from '../shell/pages.js';
import { renderDeadlineCalculator } from './deadline.view.js';
import { renderInterestCalculator } from './interest.view.js';
import { renderShareCalculator } from './share.view.js';
import { renderSplitCalculator } from './split.view.js';

const CARDS = [
  {
    href: paths.shareCalculator,
    title: 'Anteil',
    text: 'Was eine Stelle in einem Teil des Jahres wert ist, nach fünf Verfahren.',
  },
  {
    href: paths.deadlineCalculator,
    title: 'Frist',
    text: 'Wann ein Tag wirklich fällig ist, mit Wochenenden und Feiertagen in NRW.',
  },
  {
    href: paths.interestCalculator,
    title: 'Zins',
    text: 'Zinsen über dem Basiszinssatz, Abschnitt für Abschnitt.',
  },
  {
    href: paths.splitCalculator,
    title: 'Aufteilung',
    text: 'Ein Betrag in Teile, die zusammen wieder den Betrag ergeben.',
  },
] as const;

/** The calculators as pages: GET forms, so that each result has an address. */
@Controller()
export class CalculatorsController {
  constructor(
    private readonly pages: Pages,
    private readonly calculations: Calculations,
  ) {}

  @Page(paths.calculators)
  index(): string {
    const head = { title: 'Rechner', subline: 'Rechnen ohne Fall', area: paths.calculators };
    return this.pages.render('calculators', head, { cards: CARDS });
  }

  @Page(paths.shareCalculator)
  share(@Query() query: PageQuery): string {
    return renderShareCalculator(this.pages, this.calculations, query);
  }

  @Page(paths.deadlineCalculator)
  deadline(@Query() query: PageQuery): string {
    return renderDeadlineCalculator(this.pages, this.calculations, query);
  }

  @Page(paths.interestCalculator)
  interest(@Query() query: PageQuery): string {
    return renderInterestCalculator(this.pages, this.calculations, query);
  }

  @Page(paths.splitCalculator)
  split(@Query() query: PageQuery): string {
    return renderSplitCalculator(this.pages, this.calculations, query);
  }
}
