import { strict as assert } from 'node:assert';
import type { Instant } from '../../domain/calendar/instant.js';
import type { SqlValue, Tx } from '../../platform/database/unit-of-work.js';
import { allAnswered } from '../../platform/database/all-answered.js';
import { CHAINED_AT_ONCE } from '../../platform/database/chain-follower.js';
import { isShared } from '../../platform/database/typeorm-tx.js';
import { holdAll } from '../entries/line-sums.js';
import type { ItemKind } from '../tables/chain.entity.js';
import { insertions } from '../../platform/database/insert-rows.js';
import { contentsOf, type ChainItem } from './chain-items.js';
import { chainHash, NO_HASH, type ChainPlace } from './content.rules.js';
import type { WrittenContents } from './written-contents.js';
import { marksFor } from '../../platform/database/marks.js';

/** The last link of the chain. */
export interface ChainHead {
  readonly sequence: number;
  readonly recordedAt: Instant;
  readonly hash: string;
}

/**
 * Gives the oldest of what waits its place in the chain; one at a time does it.
 *
 * @param written texts of entries that this instance has just written
 * @returns how many; fewer than {@link CHAINED_AT_ONCE}: nothing waits any more
 */
export async function chainPending(tx: Tx, written?: WrittenContents): Promise<number> {
  const [, oldest] = await allAnswered([holdAll(tx, ['chain']), waitingItems(tx)]);
  const [first] = oldest;
  if (first === undefined) return 0;
  const waiting = await inOrder(tx, oldest);
  const contents = await textsOf(tx, waiting, written);
  let head = headOf(first);
  const rows = waiting.map(({ item_id: id, item_kind: kind }): SqlValue[] => {
    const place = placeAfter(head, tx.at);
    const hash = chainHash(contents(id), place);
    const { sequence, recordedAt, previousHash } = place;
    head = { sequence, recordedAt, hash };
    if (!isShared(tx)) written?.link(id, { ...place, hash });
    return [sequence, kind, id, recordedAt, previousHash, hash];
  });
  const marks = marksFor(waiting);
  await tx.together([
    ...insertions('ledger_chain', CHAIN_COLUMNS, rows),
    {
      sql: `delete from ledger_unchained where item_id in (${marks})`,
      parameters: waiting.map((item) => item.item_id),
    },
  ]);
  return oldest.length;
}

const CHAIN_COLUMNS = [
  ...['sequence', 'item_kind', 'item_id', 'recorded_at', 'previous_hash', 'hash'],
];

interface ItemToChain {
  readonly item_id: string;
  readonly item_kind: ItemKind;
}

interface WaitingItem extends ItemToChain {
  /** The entry that it takes back, if the id of that one comes later. */
  readonly reverses: string | null;
  /** Of the last link of the chain; null in a book without any. */
  readonly sequence: string | number | null;
  readonly recorded_at: Instant | null;
  readonly hash: string | null;
}

function waitingItems(tx: Tx): Promise<WaitingItem[]> {
  return tx.all<WaitingItem>(
    `select u.item_id, u.item_kind, e.reverses, head.sequence, head.recorded_at, head.hash
     from ledger_unchained u
     left join ledger_entry e on e.id = u.item_id and e.reverses > e.id
     left join ledger_chain head on head.sequence = (select max(sequence) from ledger_chain)
     order by u.item_id limit ${CHAINED_AT_ONCE}`,
  );
}

/**
 * What an entry takes back has its place before it, also where its id comes later: ids of two
 * instances follow two clocks, and those of a file the clock of another book.
 */
async function inOrder(tx: Tx, oldest: readonly WaitingItem[]): Promise<readonly ItemToChain[]> {
  const reversed = oldest.flatMap(({ reverses }) => reverses ?? []);
  if (reversed.length === 0) return oldest;
  const rows = await tx.all<ItemToChain>(
    `select item_id, item_kind from ledger_unchained
     where item_id in (${marksFor(reversed)})`,
    reversed,
  );
  const before = new Map(rows.map((row) => [row.item_id, row]));
  const ordered = new Set<ItemToChain>();
  const own = new Map(oldest.map((item) => [item.item_id, item]));
  for (const item of oldest) {
    const first = before.get(item.reverses ?? '');
    if (first !== undefined) ordered.add(own.get(first.item_id) ?? first);
    ordered.add(item);
  }
  return [...ordered];
}

function headOf({ sequence, recorded_at: recordedAt, hash }: WaitingItem): ChainHead | undefined {
  if (sequence === null || recordedAt === null || hash === null) return undefined;
  return { sequence: Number(sequence), recordedAt, hash };
}

/** The text of each item: as it was just written, else from its rows. */
async function textsOf(
  tx: Tx,
  waiting: readonly ItemToChain[],
  written: WrittenContents | undefined,
): Promise<(id: string) => string> {
  const known = new Map<string, string>();
  const unknown: ChainItem[] = [];
  for (const { item_id: id, item_kind: kind } of waiting) {
    const text = written?.take(id);
    if (text === undefined) unknown.push({ id, kind });
    else known.set(id, text);
  }
  const read = await contentsOf(tx, unknown);
  return (id) => {
    const text = known.get(id) ?? read.get(id);
    assert(text !== undefined, `nothing to chain for ${id}`);
    return text;
  };
}

/** Chains all that waits, within the transaction. */
export async function chainAll(tx: Tx, written?: WrittenContents): Promise<void> {
  while ((await chainPending(tx, written)) === CHAINED_AT_ONCE);
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
