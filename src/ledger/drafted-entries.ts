import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { Ledger } from './ledger.js';
import type { NewEntry } from './ledger.types.js';

/** An entry as rules draw it up: who enters it, and by which command, is not theirs to say. */
export type DraftedEntry = Omit<NewEntry, 'id' | 'actors' | 'commandKey'>;

/** Who enters, and by which command. */
export interface EnteredBy {
  readonly by: string;
  readonly key: string;
}

/** Enters what was drawn up; what would take effect in a closed month does on the first open day. */
export async function enterDrafted(
  ledger: Ledger,
  tx: Tx,
  drafted: readonly DraftedEntry[],
  { by, key }: EnteredBy,
): Promise<void> {
  if (drafted.length === 0) return;
  const open = new Map<PlainDate, PlainDate>();
  for (const { effectiveOn } of drafted) {
    if (!open.has(effectiveOn)) open.set(effectiveOn, await ledger.openDay(tx, effectiveOn));
  }
  const entries = drafted.map((entry): NewEntry => {
    const effectiveOn = open.get(entry.effectiveOn) ?? entry.effectiveOn;
    return { ...entry, effectiveOn, actors: { entered: by }, commandKey: key };
  });
  await ledger.appendAll(tx, entries);
}
