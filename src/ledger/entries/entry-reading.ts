import type { Instant } from '../../domain/calendar/instant.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { toCents } from '../../platform/database/columns.js';
import { groupBy } from '../../platform/database/recorded.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { AccountKey } from '../chart.js';
import type { Actors, EntryKind, JournalEntry, JournalPosting } from '../ledger.types.js';
import { DIMENSION_COLUMNS, dimensionsOf, type DimensionColumns } from './assignment.rules.js';
import { marksFor } from '../../platform/database/marks.js';

interface EntryColumns {
  readonly id: string;
  readonly effective_on: PlainDate;
  readonly kind: EntryKind;
  readonly subject: string;
  readonly text: string;
  readonly actors: string;
  readonly command_key: string;
  readonly reverses: string | null;
  readonly reversed_kind: EntryKind | null;
  readonly reversed_by: string | null;
  readonly sequence: string | number | null;
  readonly recorded_at: Instant | null;
  readonly previous_hash: string | null;
  readonly hash: string | null;
}

interface PostingColumns extends DimensionColumns {
  readonly entry_id: string;
  readonly line: number;
  readonly account: AccountKey;
  readonly cents: string | number;
}

const IDS_PER_SELECT = 200;

/**
 * Entries by id, in the order asked for; one that is not there is left out.
 * @param until the last link of the chain that counts: a later reversal was not known yet
 */
export async function readEntries(
  source: Pick<Tx, 'all'>,
  ids: readonly string[],
  until = Number.MAX_SAFE_INTEGER,
): Promise<readonly JournalEntry[]> {
  const found = new Map<string, JournalEntry>();
  for (let start = 0; start < ids.length; start += IDS_PER_SELECT) {
    const part = padded(ids.slice(start, start + IDS_PER_SELECT));
    for (const entry of await readPart(source, part, until)) found.set(entry.id, entry);
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

const SIZES = [1, 10, 50, IDS_PER_SELECT];

/** A few lengths of lists only, so that the databases keep the statements they have understood. */
function padded(ids: readonly string[]): readonly string[] {
  const size = SIZES.find((each) => each >= ids.length) ?? IDS_PER_SELECT;
  return Array.from({ length: size }, (_, index) => ids[Math.min(index, ids.length - 1)] ?? '');
}

async function readPart(
  source: Pick<Tx, 'all'>,
  ids: readonly string[],
  until: number,
): Promise<JournalEntry[]> {
  const marks = marksFor(ids);
  const entries = await source.all<EntryColumns>(
    `select e.id, e.effective_on, e.kind, e.subject, e.text, e.actors, e.command_key, e.reverses,
       o.kind as reversed_kind, r.id as reversed_by,
       c.sequence, c.recorded_at, c.previous_hash, c.hash
     from ledger_entry e
     left join ledger_entry o on o.id = e.reverses
     left join ledger_chain c on c.item_id = e.id
     left join ledger_entry r on r.reverses = e.id and not exists (
       select 1 from ledger_chain later where later.item_id = r.id and later.sequence > ?)
     where e.id in (${marks})`,
    [until, ...ids],
  );
  const postings = await source.all<PostingColumns>(
    `select p.entry_id, p.line, p.cents, a.account,
       ${DIMENSION_COLUMNS.map((column) => `a.${column}`).join(', ')}
     from ledger_posting p join ledger_assignment a on a.id = p.assignment_id
     where p.entry_id in (${marks}) order by p.entry_id, p.line`,
    ids,
  );
  const byEntry = groupBy(postings, (posting) => posting.entry_id);
  return entries.map((entry) => journalEntry(entry, byEntry.get(entry.id) ?? []));
}

function journalEntry(row: EntryColumns, postings: readonly PostingColumns[]): JournalEntry {
  return {
    id: row.id,
    effectiveOn: row.effective_on,
    kind: row.kind,
    subject: row.subject,
    text: row.text,
    actors: JSON.parse(row.actors) as Actors,
    commandKey: row.command_key,
    byHand: (row.reversed_kind ?? row.kind) === 'adjustment',
    reverses: row.reverses,
    reversedBy: row.reversed_by,
    postings: postings.map((posting): JournalPosting => {
      const { line, account, cents } = posting;
      return { line, account, cents: toCents(cents), ...dimensionsOf(posting) };
    }),
    sequence: row.sequence === null ? null : Number(row.sequence),
    recordedAt: row.recorded_at,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
