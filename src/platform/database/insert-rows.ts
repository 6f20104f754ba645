import type { SqlValue, Statement, Tx } from './unit-of-work.js';
import { marksFor } from './marks.js';

export const ROWS_PER_STATEMENT = 200;

/** Many rows in few statements. */
export async function insertRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
  otherwise = '',
): Promise<void> {
  await tx.together(insertions(table, columns, rows, otherwise));
}

/** The few statements that insert many rows. */
export function insertions(
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
  otherwise = '',
): readonly Statement[] {
  const statements: Statement[] = [];
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    const part = rows.slice(start, start + ROWS_PER_STATEMENT);
    const sql = statementOf(table, columns, part.length, otherwise);
    statements.push({ sql, parameters: part.flat() });
  }
  return statements;
}

const STATEMENTS = new Map<string, string>();

/** The same text for the same number of rows: the driver looks its statement up by it. */
function statementOf(
  table: string,
  columns: readonly string[],
  rows: number,
  otherwise: string,
): string {
  const key = `${table} ${rows}`;
  const known = STATEMENTS.get(key);
  if (known !== undefined) return known;
  const marks = `(${marksFor(columns)})`;
  const text = `insert into ${table} (${columns.join(', ')})
    values ${Array<string>(rows).fill(marks).join(', ')} ${otherwise}`;
  STATEMENTS.set(key, text);
  return text;
}
