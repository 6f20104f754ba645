import { strict as assert } from 'node:assert';
import type { Instant } from '../../domain/calendar/instant.js';
import type { SqlValue, Tx } from '../../platform/database/unit-of-work.js';
import { holdAll } from '../entries/line-sums.js';
import type { ItemKind } from '../tables/chain.entity.js';
import { contentsOf } from './chain-items.js';
import { chainHash, NO_HASH, type ChainPlace } from './content.rules.js';

/** How many items get their place at once. */
export const CHAINED_AT_ONCE = 200;

/** The last link of the chain. */
export interface ChainHead {
  readonly sequence: number;
  readonly recordedAt: Instant;
  readonly hash: string;
}

/**
 * Gives the oldest of what waits its place in the chain; one at a time does it.
 * @returns how many; fewer than {@link CHAINED_AT_ONCE}: nothing waits any more
 */
export async function chainPending(tx: Tx): Promise<number> {
  await holdAll(tx, ['chain']);
  const waiting = await tx.all<{ item_id: string; item_kind: ItemKind }>(
    `select item_id, item_kind from ledger_unchained order by item_id limit ${CHAINED_AT_ONCE}`,
  );
  if (waiting.length === 0) return 0;
  const items = waiting.map(({ item_id: id, item_kind: kind }) => ({ id, kind }));
  const contents = await contentsOf(tx, items);
  let head = await chainHead(tx);
  const rows: SqlValue[][] = [];
  for (const { id, kind } of items) {
    const content = contents.get(id);
    assert(content !== undefined, `nothing to chain for ${kind} ${id}`);
    const place = placeAfter(head, tx.at);
    const hash = chainHash(content, place);
    const { sequence, recordedAt, previousHash } = place;
    rows.push([sequence, kind, id, recordedAt, previousHash, hash]);
    head = { sequence, recordedAt, hash };
  }
  await tx.run(
    `insert into ledger_chain (sequence, item_kind, item_id, recorded_at, previous_hash, hash)
     values ${rows.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
    rows.flat(),
  );
  await tx.run(
    `delete from ledger_unchained where item_id in (${items.map(() => '?').join(', ')})`,
    items.map(({ id }) => id),
  );
  return items.length;
}

/** Chains all that waits, within the transaction. */
export async function chainAll(tx: Tx): Promise<void> {
  while ((await chainPending(tx)) === CHAINED_AT_ONCE);
}

/** The last link; undefined in a book without any. */
export async function chainHead(source: Pick<Tx, 'all'>): Promise<ChainHead | undefined> {
  const [row] = await source.all<{
    sequence: string | number;
    recorded_at: Instant;
    hash: string;
  }>('select sequence, recorded_at, hash from ledger_chain order by sequence desc limit 1');
  return row && { sequence: Number(row.sequence), recordedAt: row.recorded_at, hash: row.hash };
}

function placeAfter(head: ChainHead | undefined, at: Instant): ChainPlace {
  if (head === undefined) return { sequence: 1, recordedAt: at, previousHash: NO_HASH };
  const recordedAt = at > head.recordedAt ? at : head.recordedAt;
  return { sequence: head.sequence + 1, recordedAt, previousHash: head.hash };
}
