import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { Cents } from '../domain/money/cents.js';
import { Clock } from '../platform/clock/clock.js';
import { Reader } from '../platform/database/reader.js';
import { latestAccounts, type Account } from './accounts.js';
import { readBalances } from './balances/balances.js';
import { allChained } from './chain/all-chained.js';
import type { AccountKey } from './chart.js';
import type { Dimensions } from './ledger.types.js';
import { readClosings, type Closing } from './periods/closings.js';

export type { Account } from './accounts.js';
export type { Closing } from './periods/closings.js';

/** Which balances; absent: whatever they say. */
export interface BalanceFilter extends Dimensions {
  readonly account?: AccountKey;
  /** "Stand am": what takes effect until the end of this day. Absent: all that is entered. */
  readonly asOf?: PlainDate;
  /** "Wie bekannt am": only what was chained by then. */
  readonly knownAt?: Instant;
}

/** The balance of an account under one combination of dimensions. */
export interface Balance extends Dimensions {
  readonly account: AccountKey;
  /** Debit positive, credit negative; 0 where all was taken back. */
  readonly cents: Cents;
}

/** What stands on the accounts, as of a day and as known at an instant. */
@Injectable()
export class LedgerQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /**
   * One row for each account and combination of dimensions that was ever posted to.
   * @throws NotYetChained if what is asked "as known" is not chained after two seconds
   */
  async balances(filter: BalanceFilter = {}): Promise<readonly Balance[]> {
    if (filter.knownAt !== undefined) await this.chained(filter.knownAt);
    return readBalances(this.reader, filter);
  }

  /**
   * Waits until all that was entered by then has its place in the chain.
   * @throws NotYetChained after two seconds
   */
  async chained(knownAt: Instant): Promise<void> {
    const now = this.clock.now();
    await allChained(this.reader, knownAt < now ? knownAt : now);
  }

  /** The newest state of each account, in the order of the chart. */
  accounts(): Promise<readonly Account[]> {
    return latestAccounts(this.reader);
  }

  /** Newest first. */
  closings(): Promise<readonly Closing[]> {
    return readClosings(this.reader);
  }
}
