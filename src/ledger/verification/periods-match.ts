import type { CheckReport } from '../../platform/checks/book-check.js';
import type { Reader } from '../../platform/database/reader.js';
import type { Tally } from './tally.js';

/** What racing writers hold: without these rows nothing keeps them from each other. */
const HOLDS = ['chain', 'periods'];

/** Each month with entries has its row, which a posting and a closing hold; no other month has. */
export async function tellPeriods(
  reader: Reader,
  report: CheckReport,
  { months }: Tally,
): Promise<void> {
  const rows = await reader.all<{ id: string }>('select id from ledger_period order by id');
  const standing = new Set(rows.map(({ id }) => id));
  for (const month of [...months.keys()].toSorted()) {
    if (standing.has(month)) continue;
    report.broken({ place: `Monat ${month}`, expected: 'hat eine Zeile', found: 'fehlt' });
  }
  for (const { id } of rows.filter((row) => !months.has(row.id))) {
    report.broken({ place: `Monat ${id}`, expected: 'hat Buchungen', found: 'hat keine' });
  }
  const held = await reader.all<{ id: string }>('select id from ledger_hold');
  for (const hold of HOLDS.filter((id) => !held.some((row) => row.id === id))) {
    report.broken({ place: `Sperre „${hold}“`, expected: 'hat eine Zeile', found: 'fehlt' });
  }
}
