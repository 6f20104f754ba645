import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { yearOf } from '../../domain/calendar/plain-date.js';
import { Clock } from '../../platform/clock/clock.js';
import { BookQueries, type ConventionCase } from '../../positions/book.queries.js';
import { OverviewQueries } from '../../positions/overview.queries.js';
import { LawTables } from '../../programmes/law-tables.js';
import { Programmes } from '../../programmes/programmes.js';
import { asOfBar, asOfLink } from '../as-of/as-of-bar.view.js';
import { readAsOf, usualDay, type AsOfLimits, type PageQuery } from '../as-of/as-of.js';
import { endOfDay } from '../as-of/known-at.js';
import { Pages, type PageHead } from '../shell/pages.js';
import { WebSettings } from '../shell/web-settings.js';
import type { BookPage } from './book-page.js';
import type { PageFacts, YearFigures } from './book-facts.js';
import { Names } from './names.js';
import { PeopleNamesReader } from './people-names.js';

/** A page of the book while it is made: what it shows, and how it gets more. */
export interface OpenBook {
  readonly page: BookPage;
  /** The moment that the page shows the knowledge of; undefined: now. */
  readonly knownAt: Instant | undefined;
  /** The years of the book, newest first. */
  readonly years: readonly number[];
  /** Figures of another year, seen from its end or from today. */
  readonly figuresOf: (year: number) => Promise<YearFigures>;
  readonly conventionsOf: (lineId: string) => Promise<readonly ConventionCase[]>;
  /** The page as HTML, with the bar "Förderjahr · Stand". */
  readonly render: (template: string, head: PageHead, view: object) => string;
  /** The same without the bar: a page that changes the book speaks of today. */
  readonly renderPlain: (template: string, head: PageHead, view: object) => string;
}

/** Opens the book for a page: as of when, with which knowledge, and for which year. */
@Injectable()
export class BookPages {
  constructor(
    private readonly pages: Pages,
    private readonly queries: BookQueries,
    private readonly overview: OverviewQueries,
    private readonly programmes: Programmes,
    private readonly law: LawTables,
    private readonly settings: WebSettings,
    private readonly people: PeopleNamesReader,
    private readonly clock: Clock,
  ) {}

  /** @param path of the page, for its own bar and forms */
  async open(path: string, query: PageQuery): Promise<OpenBook> {
    const limits = await this.limits();
    const read = readAsOf(query, limits);
    const { asOf } = read;
    const knownAt = asOf.knownOn === undefined ? undefined : endOfDay(asOf.knownOn);
    const facts = await this.facts(knownAt);
    const { flags } = await this.overview.overview({ ...asOf, knownAt });
    const figures = await this.queries.year({ ...asOf, knownAt });
    const page: BookPage = {
      facts,
      figures: { ...figures, flags },
      names: new Names(facts, this.settings.officeName),
      people: await this.people.read(),
      asOf,
      link: asOfLink(asOf, limits),
    };
    return {
      page,
      knownAt,
      years: limits.years,
      figuresOf: async (year) => {
        if (year === asOf.year) return page.figures;
        const on = usualDay(year, limits.today);
        return { ...(await this.queries.year({ year, on, knownAt })), flags: [] };
      },
      conventionsOf: (lineId) => this.queries.underEachConvention(lineId, { ...asOf, knownAt }),
      renderPlain: (template, head, view) => this.pages.render(template, head, view),
      render: (template, head, view) =>
        this.pages.render(template, { ...head, asOf: asOfBar(path, query, limits, read) }, view),
    };
  }

  private async facts(knownAt: Instant | undefined): Promise<PageFacts> {
    return {
      ...(await this.queries.facts(knownAt)),
      programmes: this.programmes.programmes(),
      oneOffHolidays: this.law
        .oneOffHolidays()
        .map(({ key, validFrom }) => ({ name: key, on: validFrom })),
    };
  }

  private async limits(): Promise<AsOfLimits> {
    const today = this.clock.today();
    const granted = await this.overview.grantedYears();
    const years = granted.length === 0 ? [yearOf(today)] : granted;
    return { years, defaultYear: years[0] ?? yearOf(today), today };
  }
}
