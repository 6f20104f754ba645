import { Injectable } from '@nestjs/common';
import { formatGermanDay, yearOf, type PlainDate } from '../../domain/calendar/plain-date.js';
import type { Account } from '../../ledger/ledger.queries.js';
import { LedgerQueries } from '../../ledger/ledger.queries.js';
import { Clock } from '../../platform/clock/clock.js';
import { BookQueries } from '../../positions/book.queries.js';
import { OverviewQueries } from '../../positions/overview.queries.js';
import { Programmes } from '../../programmes/programmes.js';
import { TakeOverQueries } from '../../take-over/take-over.queries.js';
import type { PageQuery } from '../as-of/as-of.js';
import { withQuery } from '../as-of/as-of-bar.view.js';
import type { PageFacts } from '../book/book-facts.js';
import { Names } from '../book/names.js';
import { PeopleNamesReader, type PeopleNames } from '../book/people-names.js';
import { Pages, type PageHead } from '../shell/pages.js';
import { WebSettings } from '../shell/web-settings.js';
import { LedgerNames } from './ledger-names.js';
import { readQuestion, type LedgerQuestion } from './ledger-question.js';

/** A page of the ledger while it is made. */
export interface OpenLedger {
  readonly question: LedgerQuestion;
  readonly facts: PageFacts;
  readonly names: LedgerNames;
  /** The accounts as their newest statement tells them. */
  readonly accounts: readonly Account[];
  /** The budget years of the book, newest first. */
  readonly years: readonly number[];
  readonly today: PlainDate;
  /** The address of another page of the book, for the same year and knowledge. */
  readonly link: (path: string) => string;
  /** Who did what, in the words for whoever looks. */
  readonly people: PeopleNames;
  readonly render: (template: string, head: PageHead, view: object) => string;
}

/** Opens the ledger for a page: which entries it asks for, and the names of what they are about. */
@Injectable()
export class LedgerPages {
  constructor(
    private readonly pages: Pages,
    private readonly queries: BookQueries,
    private readonly overview: OverviewQueries,
    private readonly ledger: LedgerQueries,
    private readonly takeOvers: TakeOverQueries,
    private readonly programmes: Programmes,
    private readonly settings: WebSettings,
    private readonly people: PeopleNamesReader,
    private readonly clock: Clock,
  ) {}

  async open(query: PageQuery): Promise<OpenLedger> {
    const today = this.clock.today();
    const question = readQuestion(query, today);
    const facts: PageFacts = {
      ...(await this.queries.facts()),
      programmes: this.programmes.programmes(),
      oneOffHolidays: [],
    };
    const accounts = await this.ledger.accounts();
    const granted = await this.overview.grantedYears();
    const link = linkOf(question);
    const names = new LedgerNames(
      facts,
      new Names(facts, this.settings.officeName),
      {
        accounts: new Map(accounts.map(({ key, name }) => [key, name])),
        takeOvers: await this.takeOvers.titles(),
      },
      link,
    );
    return {
      ...{ question, facts, names, accounts, today, link },
      people: await this.people.read(),
      years: granted.length === 0 ? [yearOf(today)] : granted,
      render: (template, head, view) => this.pages.render(template, head, view),
    };
  }
}

/** Other pages show the same budget year, as it was known then. */
function linkOf({ dimensions, knownOn }: LedgerQuestion): (path: string) => string {
  const pairs = [
    ...(dimensions.budgetYear === undefined
      ? []
      : [{ name: 'jahr', value: dimensions.budgetYear.toString() }]),
    ...(knownOn === undefined ? [] : [{ name: 'bekannt', value: formatGermanDay(knownOn) }]),
  ];
  const query = withQuery('', pairs);
  return (path) => {
    const [address = '', ...place] = path.split(/(?=#)/);
    return address + (address.includes('?') ? query.replace('?', '&') : query) + place.join('');
  };
}
