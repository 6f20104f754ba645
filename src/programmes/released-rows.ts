import type { Tx } from '../platform/database/unit-of-work.js';

/** Where released rows are read from: the reader, or a transaction that has just written them. */
export type RowSource = Pick<Tx, 'all'>;

/** The values of all released rows of the given kinds, in the order of their keys. */
export async function releasedValues<T>(source: RowSource, kind: string): Promise<readonly T[]> {
  const rows = await source.all<{ readonly content: string }>(
    'select content from released_row where kind = ? order by key',
    [kind],
  );
  return rows.map(({ content }) => JSON.parse(content, revive) as T);
}

/** Cents stand as text in JSON: a JSON number would lose cents above 2^53. */
function revive(key: string, value: unknown): unknown {
  return typeof value === 'string' && key.includes('Cents') ? BigInt(value) : value;
}
