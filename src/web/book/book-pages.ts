import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { yearOf } from '../../domain/calendar/plain-date.js';
import { Clock } from '../../platform/clock/clock.js';
import { asOfBar, asOfQuery } from '../as-of/as-of-bar.view.js';
import { readAsOf, usualDay, type AsOfLimits, type PageQuery } from '../as-of/as-of.js';
import { Pages, type PageHead } from '../shell/pages.js';
import { WebSettings } from '../shell/web-settings.js';
import { withSelection, type BookPage } from './book-page.js';
import type { YearFigures } from './book-facts.js';
import { BookSource } from './book-source.js';
import { endOfDay } from './known-at.js';
import { Names } from './names.js';
import { underEachConvention, yearFigures, type ConventionCase } from './year-figures.js';

/** A page of the book while it is made: what it shows, and how it gets more. */
export interface OpenBook {
  readonly page: BookPage;
  /** The moment that the page shows the knowledge of; undefined: now. */
  readonly knownAt: Instant | undefined;
  readonly source: BookSource;
  /** Figures of another year, seen from its end or from today. */
  readonly figuresOf: (year: number) => YearFigures;
  readonly conventionsOf: (lineId: string, year: number) => readonly ConventionCase[];
  /** The page as HTML, with the bar "Förderjahr · Stand". */
  readonly render: (template: string, head: PageHead, view: object) => string;
}

/** Opens the book for a page: as of when, with which knowledge, and for which year. */
@Injectable()
export class BookPages {
  constructor(
    private readonly pages: Pages,
    private readonly source: BookSource,
    private readonly settings: WebSettings,
    private readonly clock: Clock,
  ) {}

  /** @param path of the page, for its own bar and forms */
  async open(path: string, query: PageQuery): Promise<OpenBook> {
    const { source } = this;
    const limits = await this.limits();
    const read = readAsOf(query, limits);
    const { asOf } = read;
    const knownAt = asOf.knownOn === undefined ? undefined : endOfDay(asOf.knownOn);
    const facts = await source.facts(knownAt);
    const flags = await source.flags(asOf, knownAt);
    const figuresOf = (year: number): YearFigures => {
      const on = year === asOf.year ? asOf.on : usualDay(year, limits.today);
      const figures = yearFigures(facts, { year, on }, source.programmeFigures(year));
      return { ...figures, flags: year === asOf.year ? flags : [] };
    };
    const selection = asOfQuery(asOf, limits);
    const page: BookPage = {
      facts,
      figures: figuresOf(asOf.year),
      names: new Names(facts, this.settings.officeName),
      asOf,
      link: (address) => withSelection(address, selection),
    };
    return {
      page,
      knownAt,
      source,
      figuresOf,
      conventionsOf: (lineId, year) =>
        underEachConvention(
          facts,
          lineId,
          { year, on: year === asOf.year ? asOf.on : usualDay(year, limits.today) },
          source.programmeFigures(year),
        ),
      render: (template, head, view) =>
        this.pages.render(template, { ...head, asOf: asOfBar(path, query, limits, read) }, view),
    };
  }

  private async limits(): Promise<AsOfLimits> {
    const today = this.clock.today();
    const years = await this.source.years();
    return { years, defaultYear: years[0] ?? yearOf(today), today };
  }
}
