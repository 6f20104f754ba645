import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import { addDays, lastOfMonth, type PlainDate } from '../domain/calendar/plain-date.js';
import { sumCents, type Cents, ZERO_CENTS } from '../domain/money/cents.js';
import { toCents } from '../platform/database/columns.js';
import { Reader } from '../platform/database/reader.js';
import { lastSequence } from './balances/balance-sql.js';
import { assignmentCondition } from './balances/balances.js';
import type { AccountKey } from './chart.js';
import { DIMENSION_COLUMNS } from './entries/assignment.rules.js';
import { LedgerQueries } from './ledger.queries.js';
import type { Dimensions } from './ledger.types.js';
import { periodOf } from './periods/closed-through.js';
import {
  isAfter,
  placeText,
  readPlace,
  withBalances,
  type Place,
  type PostingColumns,
  type RegisterRow,
} from './registers/register-rows.js';

export type { RegisterRow } from './registers/register-rows.js';

/** Which postings a register tells, and with which knowledge. */
export interface RegisterFilter extends Dimensions {
  readonly account: AccountKey;
  /** The first effective day; absent: from the beginning. */
  readonly from?: PlainDate;
  /** The last effective day; absent: whatever is entered. */
  readonly to?: PlainDate;
  readonly knownAt?: Instant;
}

/** One page of a register ("Kontoblatt"), oldest first. */
export interface RegisterPage {
  /** What the account held before the first row of this page. */
  readonly openingCents: Cents;
  readonly rows: readonly RegisterRow[];
  /** What it holds after all that the filter tells, on this page and the next. */
  readonly closingCents: Cents;
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
}

const LAST_MONTH = '9999-12';
const COLUMNS = DIMENSION_COLUMNS.map((column) => `a.${column}`).join(', ');

/**
 * "Kontoblatt": the postings of an account in the order of their days, with a running balance. A page
 * starts from the month balances and reads month by month: its cost does not grow with the book.
 */
@Injectable()
export class RegisterQueries {
  constructor(
    private readonly reader: Reader,
    private readonly ledger: LedgerQueries,
  ) {}

  /**
   * @param after the `next` of the page before; what cannot be read starts from the beginning
   * @throws NotYetChained if what is asked "as known" is not chained after two seconds
   */
  async page(
    filter: RegisterFilter,
    { after = '', limit }: { readonly after?: string; readonly limit: number },
  ): Promise<RegisterPage> {
    const place = readPlace(after);
    const first = startOf(filter, place);
    const closing = await this.balance(filter, filter.to);
    const before =
      first === undefined ? ZERO_CENTS : await this.balance(filter, addDays(first, -1));
    const { skipped, found } = await this.collect(filter, { first, place, limit });
    const opening = sumCents([before, ...skipped.map((row) => toCents(row.cents))]);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      openingCents: opening,
      rows: withBalances(opening, shown),
      closingCents: closing,
      next: found.length > limit && last !== undefined ? placeText(last) : null,
    };
  }

  /** The rows of the page and one more, and those of its first month that stand before it. */
  private async collect(
    filter: RegisterFilter,
    asked: { first: PlainDate | undefined; place: Place | undefined; limit: number },
  ): Promise<{ skipped: readonly PostingColumns[]; found: readonly PostingColumns[] }> {
    const { first, place, limit } = asked;
    const last =
      filter.knownAt === undefined ? undefined : await lastSequence(this.reader, filter.knownAt);
    const skipped: PostingColumns[] = [];
    const found: PostingColumns[] = [];
    for (const month of await this.months(filter, first)) {
      if (found.length > limit) break;
      for (const row of await this.postings(filter, { month, first, last })) {
        if (place === undefined || isAfter(row, place)) found.push(row);
        else skipped.push(row);
      }
    }
    return { skipped, found };
  }

  private async balance(filter: RegisterFilter, asOf: PlainDate | undefined): Promise<Cents> {
    const balances = await this.ledger.balances({ ...filter, ...(asOf && { asOf }) });
    return sumCents(balances.map(({ cents }) => cents));
  }

  /** Months in which something was posted under the filter, from a day on, oldest first. */
  private async months(
    filter: RegisterFilter,
    first: PlainDate | undefined,
  ): Promise<readonly string[]> {
    const { sql, parameters } = assignmentCondition(filter);
    const from = first === undefined ? '' : periodOf(first);
    const to = filter.to === undefined ? LAST_MONTH : periodOf(filter.to);
    const rows = await this.reader.all<{ month: string }>(
      `select distinct b.month from ledger_assignment a
       join ledger_balance b on b.assignment_id = a.id
       where ${sql} and b.month >= ? and b.month <= ? order by b.month`,
      [...parameters, from, to],
    );
    return rows.map(({ month }) => month);
  }

  private postings(
    filter: RegisterFilter,
    asked: { month: string; first: PlainDate | undefined; last: number | undefined },
  ): Promise<PostingColumns[]> {
    const { sql, parameters } = assignmentCondition(filter);
    const begin = `${asked.month}-01` as PlainDate;
    const end = lastOfMonth(begin);
    return this.reader.all<PostingColumns>(
      `select p.entry_id, p.line, p.effective_on, p.cents, e.kind, e.text, c.sequence, ${COLUMNS}
       from ledger_assignment a
       join ledger_posting p on p.assignment_id = a.id
       join ledger_entry e on e.id = p.entry_id
       left join ledger_chain c on c.item_id = e.id
       where ${sql} and p.effective_on >= ? and p.effective_on <= ?
         ${asked.last === undefined ? '' : 'and c.sequence <= ?'}
       order by p.effective_on, p.entry_id, p.line`,
      [
        ...parameters,
        asked.first !== undefined && asked.first > begin ? asked.first : begin,
        filter.to !== undefined && filter.to < end ? filter.to : end,
        ...(asked.last === undefined ? [] : [asked.last]),
      ],
    );
  }
}

/** A page begins with the first of a month: what came before is in the month balances. */
function startOf({ from }: RegisterFilter, place: Place | undefined): PlainDate | undefined {
  if (place === undefined) return from;
  const month = `${periodOf(place.day)}-01` as PlainDate;
  return from !== undefined && from > month ? from : month;
}
