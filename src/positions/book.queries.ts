import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { acting } from '../identity/identity.js';
import { BookVersion } from '../platform/database/book-version.js';
import type { RevisionSource } from '../platform/database/revision-queries.js';
import { Programmes } from '../programmes/programmes.js';
import { BookFactsReader, type BookFacts } from './book-facts.js';
import type { ProgrammeFigures } from './entitlement-book.rules.js';
import { programmeFigures } from './programme-figures.js';
import { ReadCache } from '../platform/database/read-cache.js';
import {
  bookYear,
  underEachConvention,
  type BookYear,
  type ConventionCase,
} from './year-figures.rules.js';

export type { GrantedLine } from '../grants/grants.js';
export type { AgreedLine, BookFacts } from './book-facts.js';
export type { BookYear, ConventionCase, OwnPostFigures } from './year-figures.rules.js';

/** Which year, up to which day, with which knowledge. */
export interface BookScope {
  readonly year: number;
  readonly on: PlainDate;
  readonly knownAt?: Instant | undefined;
}

const YEARS_KEPT = 16;

/** The facts of the book side by side, and what they yield in a year; kept until it changes. */
@Injectable()
export class BookQueries {
  private readonly years: ReadCache<BookYear>;

  constructor(
    version: BookVersion,
    private readonly reader: BookFactsReader,
    private readonly programmes: Programmes,
  ) {
    this.years = new ReadCache(version, YEARS_KEPT);
  }

  facts(knownAt?: Instant): Promise<BookFacts> {
    return this.reader.read(knownAt);
  }

  /** The same as a transaction sees it; for decisions that it rests on. */
  factsWithin(source: RevisionSource): Promise<BookFacts> {
    return this.reader.readWithin(source);
  }

  /** Rates and fixed sums of the programmes, as they count in a year. */
  figures(year: number): ProgrammeFigures {
    return programmeFigures(this.programmes, year);
  }

  year({ year, on, knownAt }: BookScope): Promise<BookYear> {
    const question = [year, on, knownAt ?? '', acting().partner ?? ''].join('|');
    return this.years.get(question, async () => {
      const facts = await this.reader.read(knownAt);
      return bookYear(facts, { year, on }, programmeFigures(this.programmes, year));
    });
  }

  /** What a line would yield under each of the five conventions (R7). */
  async underEachConvention(
    lineId: string,
    { year, on, knownAt }: BookScope,
  ): Promise<readonly ConventionCase[]> {
    const facts = await this.reader.read(knownAt);
    const figures = programmeFigures(this.programmes, year);
    return underEachConvention(facts, lineId, { year, on }, figures);
  }
}
