import type { Instant } from '../../domain/calendar/instant.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { toCents } from '../../platform/database/columns.js';
import { groupBy } from '../../platform/database/recorded.js';
import type { SqlValue } from '../../platform/database/unit-of-work.js';
import type { AccountKey } from '../chart.js';
import type {
  Actors,
  Dimensions,
  EntryKind,
  JournalEntry,
  JournalPosting,
} from '../ledger.types.js';

/** A `Reader`, or a `Tx` that sees its own writing. */
export interface RowSource {
  all<Row>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
}

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

/** The columns of an assignment that say what a posting belongs to. */
export interface DimensionColumns {
  readonly programme: string;
  readonly component: string;
  readonly budget_year: number;
  readonly notice_line: string;
  readonly contract: string;
  readonly allocation_line: string;
  readonly partner: string;
  readonly claim: string;
}

interface PostingColumns extends DimensionColumns {
  readonly entry_id: string;
  readonly line: number;
  readonly account: AccountKey;
  readonly cents: string | number;
}

/** A reversal beyond `until` was not known yet: the entry stands as if there were none. */
const entriesWith = (ids: string, until: boolean): string => `
  select e.id, e.effective_on, e.kind, e.subject, e.text, e.actors, e.command_key, e.reverses,
    o.kind as reversed_kind, r.id as reversed_by,
    c.sequence, c.recorded_at, c.previous_hash, c.hash
  from ledger_entry e
  left join ledger_chain c on c.item_id = e.id
  left join ledger_entry o on o.id = e.reverses
  left join ledger_entry r on r.reverses = e.id
    ${until ? 'and exists (select 1 from ledger_chain known where known.item_id = r.id and known.sequence <= ?)' : ''}
  where e.id in (${ids})`;

const postingsWith = (ids: string): string => `
  select p.entry_id, p.line, p.cents, a.account, a.programme, a.component, a.budget_year,
    a.notice_line, a.contract, a.allocation_line, a.partner, a.claim
  from ledger_posting p join ledger_assignment a on a.id = p.assignment_id
  where p.entry_id in (${ids})
  order by p.entry_id, p.line`;

/**
 * Entries with their postings, in the order of the ids; two questions, however many.
 * @param until the last link of the chain that counts; absent: as it is now
 */
export async function readEntries(
  source: RowSource,
  ids: readonly string[],
  until?: number,
): Promise<readonly JournalEntry[]> {
  if (ids.length === 0) return [];
  const padded = paddedIds(ids);
  const marks = padded.map(() => '?').join(', ');
  const asked = until === undefined ? padded : [until, ...padded];
  const rows = await source.all<EntryColumns>(entriesWith(marks, until !== undefined), asked);
  const postings = await source.all<PostingColumns>(postingsWith(marks), padded);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byEntry = groupBy(postings, ({ entry_id }) => entry_id);
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [toEntry(row, byEntry.get(id) ?? [])];
  });
}

/** One entry, unless there is none. */
export async function readEntry(source: RowSource, id: string): Promise<JournalEntry | undefined> {
  const [entry] = await readEntries(source, [id]);
  return entry;
}

const SIZES = [1, 10, 50, 200];

/** A few lengths of lists only, so that the databases keep the statements they have understood. */
function paddedIds(ids: readonly string[]): readonly string[] {
  const size = SIZES.find((each) => each >= ids.length) ?? ids.length;
  return Array.from({ length: size }, (_, index) => ids[Math.min(index, ids.length - 1)] ?? '');
}

function toEntry(row: EntryColumns, postings: readonly PostingColumns[]): JournalEntry {
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
    postings: postings.map(toPosting),
    sequence: row.sequence === null ? null : Number(row.sequence),
    recordedAt: row.recorded_at,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

function toPosting(row: PostingColumns): JournalPosting {
  const { line, account } = row;
  return { line, account, cents: toCents(row.cents), ...dimensionsOf(row) };
}

/** What is named of the dimensions; '' and 0 stand for nothing. */
export function dimensionsOf(row: DimensionColumns): Dimensions {
  return {
    ...(row.programme !== '' && { programme: row.programme }),
    ...(row.component !== '' && { component: row.component }),
    ...(row.budget_year !== 0 && { budgetYear: row.budget_year }),
    ...(row.notice_line !== '' && { noticeLine: row.notice_line }),
    ...(row.contract !== '' && { contract: row.contract }),
    ...(row.allocation_line !== '' && { allocationLine: row.allocation_line }),
    ...(row.partner !== '' && { partner: row.partner }),
    ...(row.claim !== '' && { claim: row.claim }),
  };
}
