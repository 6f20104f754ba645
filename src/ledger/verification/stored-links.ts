import type { Instant } from '../../domain/calendar/instant.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type { EntryContent } from '../chain/content.rules.js';
import type { Reader } from '../../platform/database/reader.js';
import { marksFor } from '../../platform/database/marks.js';

/** A link of the chain, with the entry that it names; texts, as the columns have them. */
export interface StoredLink {
  readonly sequence: number;
  readonly kind: string;
  readonly id: string;
  readonly recordedAt: Instant;
  readonly previousHash: string;
  readonly hash: string;
  /** Undefined for other items, and for an entry that is not there. */
  readonly entry: StoredEntry | undefined;
}

export interface StoredEntry extends EntryContent {
  /** How many postings the row says that it has. */
  readonly count: number;
  /**
   * Its postings as one text, for most are looked at once only: assignment (26 characters), day
   * (10), line, blank, cents, with a comma between them. `postingsOf` reads it.
   */
  readonly posted: string;
}

export interface StoredPosting {
  readonly line: number;
  readonly assignment: string;
  /** As text, so that nothing is rounded on the way. */
  readonly cents: string;
  readonly effectiveOn: string;
}

interface EntryColumns {
  /** The short columns, as one text: fewer values to carry over for a million rows. */
  readonly head: string | null;
  readonly subject: string;
  readonly text: string;
  readonly actors: string;
  readonly command_key: string;
  readonly posted: string | null;
}

interface LinkColumns extends EntryColumns {
  readonly sequence: string | number;
  readonly link: string;
}

/** How many links are read at once: few, for only where something stands out. */
const PAGE = 100;

/** No column that is joined holds it, except where somebody forged one. */
const BETWEEN = '\u001f';
const joined = (...columns: string[]): string => columns.join(` || '${BETWEEN}' || `);

const LINK = joined('c.item_kind', 'c.item_id', 'c.recorded_at', 'c.previous_hash', 'c.hash');

const ENTRY = `
  ${joined(
    ...['e.id', 'e.format', 'e.effective_on', 'e.kind', 'e.postings'],
    `case when e.reverses is null then '' else '=' || e.reverses end`,
  )} as head, e.subject, e.text, e.actors, e.command_key,
  (select string_agg(p.assignment_id || p.effective_on || p.line || ' ' || p.cents, ',')
    from ledger_posting p where p.entry_id = e.id) as posted`;

const LINKS = `
  select c.sequence, ${LINK} as link, ${ENTRY}
  from ledger_chain c left join ledger_entry e on e.id = c.item_id
  where c.sequence > ? order by c.sequence limit ${PAGE}`;

/** The next links of the chain, in order. */
export async function linksAfter(reader: Reader, sequence: number): Promise<readonly StoredLink[]> {
  return (await reader.all<LinkColumns>(LINKS, [sequence])).map(storedLink);
}

/** Entries by id, in no order; those that are not there are left out. */
export async function entriesOf(
  reader: Reader,
  ids: readonly string[],
): Promise<readonly StoredEntry[]> {
  if (ids.length === 0) return [];
  const marks = marksFor(ids);
  const sql = `select ${ENTRY} from ledger_entry e where e.id in (${marks})`;
  return (await reader.all<EntryColumns>(sql, ids)).flatMap((row) => storedEntry(row) ?? []);
}

function storedLink(row: LinkColumns): StoredLink {
  const [kind, id, at, previousHash, hash] = partsOf(row.link, 5);
  const [sequence, recordedAt] = [Number(row.sequence), at as Instant];
  return { sequence, kind, id, recordedAt, previousHash, hash, entry: storedEntry(row) };
}

function storedEntry(row: EntryColumns): StoredEntry | undefined {
  if (row.head === null) return undefined;
  const [id, format, effectiveOn, kind, count, reverses] = partsOf(row.head, 6);
  return {
    id,
    format: Number(format),
    effectiveOn: effectiveOn as PlainDate,
    kind,
    subject: row.subject,
    text: row.text,
    actors: row.actors,
    commandKey: row.command_key,
    reverses: reverses === '' ? null : reverses.slice(1),
    count: Number(count),
    posted: row.posted ?? '',
  };
}

export const ASSIGNMENT_LENGTH = 26;
export const DAY_LENGTH = 10;
export const LINE_AT = ASSIGNMENT_LENGTH + DAY_LENGTH;

/** The postings of an entry, in the order of their lines. */
export function postingsOf({ posted }: StoredEntry): readonly StoredPosting[] {
  if (posted === '') return [];
  const postings = posted.split(',').map((text): StoredPosting => {
    const [line = '', cents = ''] = text.slice(LINE_AT).split(' ');
    return {
      line: Number(line),
      assignment: text.slice(0, ASSIGNMENT_LENGTH),
      cents,
      effectiveOn: text.slice(ASSIGNMENT_LENGTH, LINE_AT),
    };
  });
  return postings.sort((a, b) => a.line - b.line);
}

type Parts = readonly [string, string, string, string, string, string];

/** The columns of a joined text; where there are more than were joined, none of them. */
function partsOf(text: string, count: number): Parts {
  const parts = text.split(BETWEEN);
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = parts.length === count ? parts : [];
  return [a, b, c, d, e, f];
}
