import type { SqlValue, Tx } from '../../platform/database/unit-of-work.js';

export const ROWS_PER_STATEMENT = 200;

/** Many rows in few statements. */
export async function insertRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
  otherwise = '',
): Promise<void> {
  const marks = `(${columns.map(() => '?').join(', ')})`;
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const part = rows.slice(start, start + ROWS_PER_STATEMENT);
    await tx.run(
      `insert into ${table} (${columns.join(', ')})
       values ${part.map(() => marks).join(', ')} ${otherwise}`,
      part.flat(),
    );
  }
}
