import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { Cents } from '../domain/money/cents.js';
import { toCents } from '../platform/database/columns.js';
import { Reader } from '../platform/database/reader.js';
import type { SqlValue } from '../platform/database/unit-of-work.js';
import { lastSequence } from './balances/balance-sql.js';
import { assignmentCondition } from './balances/balances.js';
import { allChained } from './chain/all-chained.js';
import type { AccountKey } from './chart.js';
import {
  DIMENSION_COLUMNS,
  dimensionsOf,
  type DimensionColumns,
} from './entries/assignment.rules.js';
import type { Dimensions, EntryKind } from './ledger.types.js';
import { marksFor } from '../platform/database/marks.js';

/** Which postings are added up by what kind of event they tell. */
export interface TurnoverFilter extends Dimensions {
  readonly accounts: readonly AccountKey[];
  /** "Stand am"; absent: all that is entered. */
  readonly asOf?: PlainDate;
  /** "Wie bekannt am" */
  readonly knownAt?: Instant;
}

/** What events of one kind moved on an account under one combination of dimensions. */
export interface Turnover extends Dimensions {
  readonly account: AccountKey;
  /** A "Storno" counts with the kind of what it takes back. */
  readonly kind: EntryKind;
  /** Debit positive, credit negative. */
  readonly cents: Cents;
}

interface TurnoverColumns extends DimensionColumns {
  readonly account: AccountKey;
  readonly kind: EntryKind;
  readonly cents: string | number;
}

const COLUMNS = ['account', ...DIMENSION_COLUMNS].map((column) => `a.${column}`).join(', ');

/** SQLite reads them in this order, whatever it knows of the tables or does not. */
const FROM = 'ledger_assignment a cross join ledger_posting p cross join ledger_entry e';

/** "Umsätze": what was granted, ordered or claimed in all, where a balance tells only what is left. */
@Injectable()
export class TurnoverQueries {
  constructor(private readonly reader: Reader) {}

  /**
   * Grows with the postings under the filter: ask for a line, a contract, a partner or a year.
   * @throws NotYetChained if what is asked "as known" is not chained after two seconds
   */
  async turnovers(filter: TurnoverFilter): Promise<readonly Turnover[]> {
    const { accounts, asOf, knownAt, ...dimensions } = filter;
    const { sql, parameters } = assignmentCondition(dimensions);
    const conditions = [
      'p.assignment_id = a.id and e.id = p.entry_id',
      `a.account in (${marksFor(accounts)})`,
      ...(sql === '' ? [] : [sql]),
      ...(asOf === undefined ? [] : ['p.effective_on <= ?']),
      ...(knownAt === undefined ? [] : ['c.item_id = e.id and c.sequence <= ?']),
    ];
    const values: SqlValue[] = [...accounts, ...parameters, ...(asOf === undefined ? [] : [asOf])];
    if (knownAt !== undefined) values.push(await this.placeAt(knownAt));
    const rows = await this.reader.all<TurnoverColumns>(
      `select ${COLUMNS}, coalesce(r.kind, e.kind) as kind, cast(sum(p.cents) as text) as cents
       from ${FROM} ${knownAt === undefined ? '' : 'cross join ledger_chain c'}
       left join ledger_entry r on r.id = e.reverses
       where ${conditions.join(' and ')}
       group by ${COLUMNS}, coalesce(r.kind, e.kind)`,
      values,
    );
    return rows.map(({ account, kind, cents, ...columns }) => {
      return { account, kind, cents: toCents(cents), ...dimensionsOf(columns) };
    });
  }

  private async placeAt(knownAt: Instant): Promise<number> {
    await allChained(this.reader, knownAt);
    return lastSequence(this.reader, knownAt);
  }
}
