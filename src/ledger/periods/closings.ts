import type { Instant } from '../../domain/calendar/instant.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

/** "Abschluss" with its seal: its own place in the chain covers everything before it. */
export interface Closing {
  readonly id: string;
  /** The last closed month: `2025-03`. */
  readonly period: string;
  readonly entries: number;
  readonly recordedBy: string;
  readonly reason: string;
  /** Count and head hash of the chain with the closing; null for milliseconds. */
  readonly sequence: number | null;
  readonly hash: string | null;
  readonly recordedAt: Instant | null;
}

interface ClosingColumns {
  readonly id: string;
  readonly period: string;
  readonly entries: number;
  readonly recorded_by: string;
  readonly reason: string;
  readonly sequence: string | number | null;
  readonly hash: string | null;
  readonly recorded_at: Instant | null;
}

/** Newest first. */
export async function readClosings(source: Pick<Tx, 'all'>): Promise<readonly Closing[]> {
  const rows = await source.all<ClosingColumns>(
    `select k.id, k.period, k.entries, k.recorded_by, k.reason, c.sequence, c.hash, c.recorded_at
     from ledger_closing k left join ledger_chain c on c.item_id = k.id
     order by k.period desc`,
  );
  return rows.map(({ recorded_by: recordedBy, recorded_at: recordedAt, sequence, ...row }) => {
    const place = sequence === null ? null : Number(sequence);
    return { ...row, recordedBy, recordedAt, sequence: place };
  });
}
