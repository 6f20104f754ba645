import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import { acting } from '../../identity/identity.js';
import { LedgerQueries, type BalanceFilter } from '../../ledger/ledger.queries.js';
import type { Dimensions } from '../../ledger/ledger.types.js';
import { TurnoverQueries } from '../../ledger/turnover.queries.js';
import { TakeOverQueries, type TakenCases } from '../../take-over/take-over.queries.js';
import { Clock } from '../../platform/clock/clock.js';
import { BookVersion } from '../../platform/database/book-version.js';
import { ReadCache } from '../../platform/database/read-cache.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { withQuery } from '../as-of/as-of-bar.view.js';
import {
  standingOf,
  standingsBy,
  TURNOVER_ACCOUNTS,
  type MoneyStanding,
  type Movements,
} from './money-standing.js';

/** As of when a page of the book shows what was posted. */
export interface PostedScope {
  /** The last effective day that counts. */
  readonly until: PlainDate;
  readonly knownOn?: PlainDate;
  readonly knownAt?: Instant;
}

/** What was posted for some part of the book, and the addresses of the postings behind it. */
export interface Posted {
  readonly scope: PostedScope;
  readonly total: MoneyStanding;
  /** Apart by what a posting belongs to; without a key it is left out. */
  readonly by: (
    keyOf: (dimensions: Dimensions) => string | undefined,
  ) => ReadonlyMap<string, MoneyStanding>;
  readonly isEmpty: boolean;
}

interface AskedPage {
  readonly asOf: { readonly on: PlainDate; readonly knownOn?: PlainDate };
  readonly knownAt: Instant | undefined;
  readonly query: PageQuery;
}

const STANDINGS_KEPT = 64;

/**
 * "Was gebucht ist": sums of the ledger for the pages of notices, contracts, partners and years; for a
 * partner's people of what is booked for their organisation only. Added up once, until the book changes.
 */
@Injectable()
export class MoneyStandings {
  private readonly cache: ReadCache<Posted>;

  constructor(
    version: BookVersion,
    private readonly ledger: LedgerQueries,
    private readonly turnovers: TurnoverQueries,
    private readonly takeOvers: TakeOverQueries,
    private readonly clock: Clock,
  ) {
    this.cache = new ReadCache(version, STANDINGS_KEPT);
  }

  /**
   * @param page a year that is over is looked at from today, unless the address names a day: what was
   *   paid or proven later belongs to its budget year all the same
   */
  of({ asOf, knownAt, query }: AskedPage, dimensions: Dimensions): Promise<Posted> {
    const until = queryText(query, 'stand') === '' ? this.clock.today() : asOf.on;
    const { partner } = acting();
    const known = knownAt === undefined ? {} : { knownAt };
    const own = partner === undefined ? {} : { partner };
    const filter = { ...dimensions, ...own, ...known, asOf: until };
    const scope = { until, ...known, ...(asOf.knownOn !== undefined && { knownOn: asOf.knownOn }) };
    return this.cache.get(JSON.stringify([filter, scope]), () => this.addUp(filter, scope));
  }

  private async addUp(filter: BalanceFilter, scope: PostedScope): Promise<Posted> {
    const balances = await this.ledger.balances(filter);
    const turnovers = await this.turnovers.turnovers({ ...filter, accounts: TURNOVER_ACCOUNTS });
    const taken = await this.takeOvers.cases({ knownAt: scope.knownAt });
    return posted({ balances, turnovers }, taken, scope);
  }
}

function posted(movements: Movements, taken: TakenCases, scope: PostedScope): Posted {
  return {
    scope,
    total: standingOf(movements, taken),
    by: (keyOf) => standingsBy(movements, taken, keyOf),
    isEmpty: [...movements.balances, ...movements.turnovers].every((each) => each.cents === 0n),
  };
}

/** "gebucht bis 02.03.2026", with the knowledge if it is not today's. */
export function postedUntil({ until, knownOn }: PostedScope): string {
  const known = knownOn === undefined ? '' : `, wie bekannt am ${formatGermanDay(knownOn)}`;
  return `Gebucht bis ${formatGermanDay(until)}${known}`;
}

/** The address of the postings behind a sum: the same day and knowledge, narrowed further. */
export function behindSum(
  { until, knownOn }: PostedScope,
  path: string,
  narrowed: Readonly<Record<string, string>>,
): string {
  const pairs = [
    ...Object.entries(narrowed).map(([name, value]) => ({ name, value })),
    { name: 'stand', value: formatGermanDay(until) },
    ...(knownOn === undefined ? [] : [{ name: 'bekannt', value: formatGermanDay(knownOn) }]),
  ];
  return withQuery(path, pairs);
}
