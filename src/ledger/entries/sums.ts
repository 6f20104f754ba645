import { toCents } from '../../platform/database/columns.js';
import type { SqlValue, Tx } from '../../platform/database/unit-of-work.js';
import type { AccountKey } from '../chart.js';
import type { AccountSum, SumFilter } from '../ledger.js';
import { DIMENSION_COLUMNS, DIMENSIONS, dimensionsOf } from './assignment.rules.js';
import type { DimensionColumns } from './assignment.rules.js';
import { marksFor } from '../../platform/database/marks.js';

interface SumRow extends DimensionColumns {
  readonly account: AccountKey;
  readonly cents: string | number;
}

/** Of a few lines: their postings are looked up, and the entries of these. */
const FROM_ASSIGNMENTS =
  'ledger_assignment a cross join ledger_posting p cross join ledger_entry e';

/** Of the whole book: its entries are read in a row, and the postings of those of the kinds. */
const FROM_ENTRIES = 'ledger_entry e cross join ledger_posting p cross join ledger_assignment a';

function isOfAllLines(filter: SumFilter): boolean {
  return DIMENSIONS.every(([name]) => filter[name] === undefined);
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
          `select ${COLUMNS}, cast(sum(b.cents) as text) as cents
           from ledger_assignment a join ledger_balance b on b.assignment_id = a.id
           where ${sql} group by ${COLUMNS}`,
          parameters,
        )
      : await source.all<SumRow>(
          `select ${COLUMNS}, cast(sum(p.cents) as text) as cents
           from ${isOfAllLines(filter) ? FROM_ENTRIES : FROM_ASSIGNMENTS}
           left join ledger_entry taken_back on taken_back.id = e.reverses
           where a.id = p.assignment_id and p.entry_id = e.id and ${sql} and e.kind in ('reversal', ${marksFor(filter.kinds)})
             and coalesce(taken_back.kind, e.kind) in (${marksFor(filter.kinds)})
           group by ${COLUMNS}`,
          [...parameters, ...filter.kinds, ...filter.kinds],
        );
  return rows.map(({ account, cents, ...columns }) => {
    return { account, dimensions: dimensionsOf(columns), cents: toCents(cents) };
  });
}

function conditionOf(filter: SumFilter): { sql: string; parameters: SqlValue[] } {
  const conditions = [`a.account in (${marksFor(filter.accounts)})`];
  const parameters: SqlValue[] = [...filter.accounts];
  for (const [name, column] of DIMENSIONS) {
    const value = filter[name];
    if (value === undefined) continue;
    conditions.push(`a.${column} = ?`);
    parameters.push(value);
  }
  return { sql: conditions.join(' and '), parameters };
}
