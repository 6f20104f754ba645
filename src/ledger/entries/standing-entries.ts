import type { Tx } from '../../platform/database/unit-of-work.js';
import type { DraftedEntry } from '../drafted-entries.js';
import { onlyDimensions } from './assignment.rules.js';
import { readEntries } from './entry-reading.js';

/** An entry as it was drawn up, with its id. */
export interface StandingEntry extends DraftedEntry {
  readonly id: string;
}

/** The entries that rest on a subject: neither taken back nor taking back, in order of entering. */
export async function standingEntries(
  tx: Pick<Tx, 'all'>,
  subject: string,
): Promise<readonly StandingEntry[]> {
  const sql = 'select id from ledger_entry where subject = ? order by id';
  const ids = (await tx.all<{ id: string }>(sql, [subject])).map(({ id }) => id);
  return (await readEntries(tx, ids))
    .filter(({ reverses, reversedBy }) => reverses === null && reversedBy === null)
    .map(({ id, kind, text, effectiveOn, postings }) => ({
      ...{ id, kind, subject, text, effectiveOn },
      postings: postings.map(({ account, cents, ...dimensions }) => ({
        ...{ account, cents },
        ...onlyDimensions(dimensions),
      })),
    }));
}
