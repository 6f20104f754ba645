import { toCents } from '../../platform/database/columns.js';
import type { Reader } from '../../platform/database/reader.js';
import type { SqlValue } from '../../platform/database/unit-of-work.js';
import type { AccountKey } from '../chart.js';
import {
  DIMENSION_COLUMNS,
  DIMENSIONS,
  dimensionsOf,
  type DimensionColumns,
} from '../entries/assignment.rules.js';
import type { Balance, BalanceFilter } from '../ledger.queries.js';
import { balanceText, type SqlText } from './balance-sql.js';

interface BalanceColumns extends DimensionColumns {
  readonly account: AccountKey;
  readonly cents: string | number;
}

const COLUMNS = ['account', ...DIMENSION_COLUMNS].map((column) => `a.${column}`).join(', ');

/** Balances by assignment: months before, and the postings of the day's own month. */
export async function readBalances(
  reader: Pick<Reader, 'all'>,
  filter: BalanceFilter,
): Promise<readonly Balance[]> {
  const condition = assignmentCondition(filter);
  const { before, sum, parameters } = await balanceText(reader, filter);
  const rows = await reader.all<BalanceColumns>(
    `${before} select ${COLUMNS}, cast(${sum} as text) as cents from ledger_assignment a
     ${condition.sql === '' ? '' : `where ${condition.sql}`}
     order by ${COLUMNS}`,
    [...parameters, ...condition.parameters],
  );
  return rows.map(({ account, cents, ...columns }): Balance => {
    return { account, cents: toCents(cents), ...dimensionsOf(columns) };
  });
}

/** Which assignments a filter means. */
export function assignmentCondition(filter: BalanceFilter): SqlText {
  const conditions: string[] = [];
  const parameters: SqlValue[] = [];
  const add = (column: string, value: string | number | undefined): void => {
    if (value === undefined) return;
    conditions.push(`a.${column} = ?`);
    parameters.push(value);
  };
  add('account', filter.account);
  for (const [name, column] of DIMENSIONS) add(column, filter[name]);
  return { sql: conditions.join(' and '), parameters };
}
