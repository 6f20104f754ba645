import { toCents } from '../../platform/database/columns.js';
import type { SqlValue, Tx } from '../../platform/database/unit-of-work.js';
import type { AccountKey } from '../chart.js';
import type { AccountSum, SumFilter } from '../ledger.js';
import { DIMENSION_COLUMNS, DIMENSIONS, dimensionsOf } from './assignment.rules.js';
import type { DimensionColumns } from './assignment.rules.js';

interface SumRow extends DimensionColumns {
  readonly account: AccountKey;
  readonly cents: string | number;
}

const COLUMNS = ['account', ...DIMENSION_COLUMNS].map((column) => `a.${column}`).join(', ');

/** Sums inside a transaction, whenever they take effect; see `Ledger.sums`. */
export async function sumsOf(
  source: Pick<Tx, 'all'>,
  filter: SumFilter,
): Promise<readonly AccountSum[]> {
  const { sql, parameters } = conditionOf(filter);
  const rows =
    filter.kinds === undefined
      ? await source.all<SumRow>(
          `select ${COLUMNS}, sum(b.cents) as cents
           from ledger_assignment a join ledger_balance b on b.assignment_id = a.id
           where ${sql} group by ${COLUMNS}`,
          parameters,
        )
      : await source.all<SumRow>(
          `select ${COLUMNS}, sum(p.cents) as cents
           from ledger_assignment a
           join ledger_posting p on p.assignment_id = a.id
           join ledger_entry e on e.id = p.entry_id
           left join ledger_entry taken_back on taken_back.id = e.reverses
           where ${sql}
             and coalesce(taken_back.kind, e.kind) in (${filter.kinds.map(() => '?').join(', ')})
           group by ${COLUMNS}`,
          [...parameters, ...filter.kinds],
        );
  return rows.map(({ account, cents, ...columns }) => {
    return { account, dimensions: dimensionsOf(columns), cents: toCents(cents) };
  });
}

function conditionOf(filter: SumFilter): { sql: string; parameters: SqlValue[] } {
  const conditions = [`a.account in (${filter.accounts.map(() => '?').join(', ')})`];
  const parameters: SqlValue[] = [...filter.accounts];
  for (const [name, column] of DIMENSIONS) {
    const value = filter[name];
    if (value === undefined) continue;
    conditions.push(`a.${column} = ?`);
    parameters.push(value);
  }
  return { sql: conditions.join(' and '), parameters };
}
