import type { Reader } from '../../platform/database/reader.js';
import { marksFor } from '../../platform/database/marks.js';

interface MoveColumns {
  readonly entry_id: string;
  readonly sequence: string | number | null;
  readonly actors: string;
}

/** The last entry that moved the assignments: ", zuletzt bewegt von Buchung … (system:local)". */
export async function tellMover(reader: Reader, assignments: readonly string[]): Promise<string> {
  if (assignments.length === 0) return '';
  const [row] = await reader.all<MoveColumns>(
    `select e.id as entry_id, c.sequence, e.actors
     from ledger_posting p join ledger_entry e on e.id = p.entry_id
     left join ledger_chain c on c.item_id = e.id
     where p.assignment_id in (${marksFor(assignments)})
     order by c.sequence desc limit 1`,
    assignments,
  );
  if (row === undefined) return '';
  const place = row.sequence === null ? '' : ` (Glied ${row.sequence})`;
  return `, zuletzt bewegt von Buchung ${row.entry_id}${place}, erfasst von ${enteredBy(row.actors)}`;
}

/** Who entered, of the actors of an entry as JSON. */
export function enteredBy(actors: string): string {
  try {
    const { entered } = JSON.parse(actors) as { entered?: unknown };
    return typeof entered === 'string' ? entered : 'unbekannt';
  } catch {
    return 'unbekannt'; // no JSON: the chain tells that this row was changed
  }
}
