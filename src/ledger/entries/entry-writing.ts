import { canonicalJson } from '../../platform/database/canonical-json.js';
import type { SqlValue, Tx } from '../../platform/database/unit-of-work.js';
import { CONTENT_FORMAT, assignmentId } from '../chain/content.rules.js';
import { isOffBalance } from '../chart.js';
import type { NewEntry, NewPosting } from '../ledger.types.js';
import { columnValues, DIMENSION_COLUMNS, onlyDimensions } from './assignment.rules.js';

/** An entry that is ready to be written: it has its id, and all postings are sound. */
export interface ReadyEntry extends NewEntry {
  readonly id: string;
  readonly reverses: string | null;
}

const ROWS_PER_INSERT = 200;

/** Writes assignments, then postings, then the entries that seal them. */
export async function writeEntries(tx: Tx, entries: readonly ReadyEntry[]): Promise<void> {
  for (let start = 0; start < entries.length; start += ROWS_PER_INSERT) {
    const part = entries.slice(start, start + ROWS_PER_INSERT);
    const assignments = new Map<string, NewPosting>();
    const rows = part.flatMap(({ id, effectiveOn, postings }) =>
      postings.map((posting, index): SqlValue[] => {
        const assignment = assignmentId(posting.account, onlyDimensions(posting));
        assignments.set(assignment, posting);
        return [id, index + 1, assignment, effectiveOn, posting.cents];
      }),
    );
    await writeAssignments(tx, assignments);
    // On PostgreSQL balances are written in one order by all, so that nobody waits in a circle.
    rows.sort((a, b) => (String(a[2]) < String(b[2]) ? -1 : 1));
    await insertRows(tx, 'ledger_posting', POSTING_COLUMNS, rows);
    await insertRows(tx, 'ledger_entry', ENTRY_COLUMNS, part.map(entryRow));
  }
}

const POSTING_COLUMNS = ['entry_id', 'line', 'assignment_id', 'effective_on', 'cents'];
const ASSIGNMENT_COLUMNS = ['id', 'account', 'off_balance', ...DIMENSION_COLUMNS];
const ENTRY_COLUMNS = [
  ...['id', 'format', 'effective_on', 'kind', 'subject', 'text', 'actors', 'command_key'],
  ...['reverses', 'postings'],
];

async function writeAssignments(
  tx: Tx,
  assignments: ReadonlyMap<string, NewPosting>,
): Promise<void> {
  const ids = [...assignments.keys()];
  const known = new Set<string>();
  for (let start = 0; start < ids.length; start += ROWS_PER_INSERT) {
    const part = ids.slice(start, start + ROWS_PER_INSERT);
    const rows = await tx.all<{ id: string }>(
      `select id from ledger_assignment where id in (${part.map(() => '?').join(', ')})`,
      part,
    );
    for (const { id } of rows) known.add(id);
  }
  const rows = [...assignments]
    .filter(([id]) => !known.has(id))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, posting]): SqlValue[] => {
      const { account } = posting;
      return [id, account, isOffBalance(account) ? 1 : 0, ...columnValues(posting)];
    });
  await insertRows(tx, 'ledger_assignment', ASSIGNMENT_COLUMNS, rows, 'on conflict do nothing');
}

function entryRow(entry: ReadyEntry): SqlValue[] {
  const { id, effectiveOn, kind, subject, text, actors, commandKey, reverses, postings } = entry;
  return [
    ...[id, CONTENT_FORMAT, effectiveOn, kind, subject, text, canonicalJson(actors), commandKey],
    ...[reverses, postings.length],
  ];
}

async function insertRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly SqlValue[])[],
  otherwise = '',
): Promise<void> {
  const marks = `(${columns.map(() => '?').join(', ')})`;
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    const part = rows.slice(start, start + ROWS_PER_INSERT);
    await tx.run(
      `insert into ${table} (${columns.join(', ')})
       values ${part.map(() => marks).join(', ')} ${otherwise}`,
      part.flat(),
    );
  }
}
