import { lockingClause } from '../platform/database/typeorm-tx.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { marksFor } from '../platform/database/marks.js';

const HOLDERS_PER_QUERY = 100;

/** Who else writes to the holders waits until this transaction ends. @param holders in order */
export async function lockHolders(tx: Tx, holders: readonly string[]): Promise<void> {
  const locking = lockingClause(tx);
  for (let start = 0; start < holders.length; start += HOLDERS_PER_QUERY) {
    const part = holders.slice(start, start + HOLDERS_PER_QUERY);
    await tx.run(
      `insert into capacity_holder (id, movements) values ${part.map(() => '(?, 0)').join(', ')}
       on conflict (id) do nothing`,
      part,
    );
    if (locking === '') continue;
    const marks = marksFor(part);
    await tx.run(
      `select id from capacity_holder where id in (${marks}) order by id${locking}`,
      part,
    );
  }
}
