import type { CheckReport } from '../../platform/checks/book-check.js';
import type { Reader } from '../../platform/database/reader.js';
import type { Tally } from './tally.js';

/** How many rows a table must hold, and which are too many if it does not. */
interface Count {
  /** "Buchung": what a row is. */
  readonly name: string;
  readonly table: string;
  readonly expected: number;
  readonly expectation: string;
  /** The ids of rows that are too many. */
  readonly strays: string;
}

const TOLD = 20;

/** Whether each table holds just what the chain has, and nothing beside it. */
export async function tellStrays(reader: Reader, report: CheckReport, tally: Tally): Promise<void> {
  for (const count of countsOf(tally)) await tellCount(reader, report, count);
  await tellTwice(reader, report);
  for (const { id, turnover } of tally.assignments.values()) {
    if (turnover.size > 0) continue;
    const [expected, found] = ['gehört zu einer Buchungszeile', 'zu keiner'];
    report.broken({ place: `Kontierung ${id}`, expected, found });
  }
}

function countsOf(tally: Tally): readonly Count[] {
  const chained = (name: string, table: string, expected: number): Count => ({
    ...{ name, table, expected },
    expectation: 'steht in der Kette',
    strays: `select i.id from ${table} i
      where not exists (select 1 from ledger_chain c where c.item_id = i.id)
      and not exists (select 1 from ledger_unchained u where u.item_id = i.id) limit ${TOLD}`,
  });
  return [
    chained('Buchung', 'ledger_entry', tally.entries),
    chained('Kontostand', 'ledger_account', tally.accounts),
    chained('Abschluss', 'ledger_closing', tally.closings),
    {
      ...{ name: 'Buchungszeile zu', table: 'ledger_posting', expected: tally.postings },
      expectation: 'gehört zu einer Buchung',
      strays: `select p.entry_id as id from ledger_posting p
        where not exists (select 1 from ledger_entry e where e.id = p.entry_id) limit ${TOLD}`,
    },
  ];
}

async function tellCount(
  reader: Reader,
  report: CheckReport,
  { name, table, expected, expectation, strays }: Count,
): Promise<void> {
  const [row] = await reader.all<{ n: string | number }>(`select count(*) as n from ${table}`);
  const found = Number(row?.n ?? 0);
  if (found === expected) return;
  const rows = await reader.all<{ id: string }>(strays);
  for (const { id } of rows) {
    report.broken({ place: `${name} ${id}`, expected: expectation, found: 'nein' });
  }
  if (rows.length > 0) return;
  const place = `Tabelle ${table}`;
  report.broken({ place, expected: `${expected} Zeilen`, found: `${found} Zeilen` });
}

/** Keys that the database keeps unique, unless somebody took the keys away. */
async function tellTwice(reader: Reader, report: CheckReport): Promise<void> {
  const chained = await reader.all<{ id: string }>(
    `select item_id as id from ledger_chain group by item_id having count(*) > 1 limit ${TOLD}`,
  );
  const reversed = await reader.all<{ id: string }>(
    `select reverses as id from ledger_entry where reverses is not null
     group by reverses having count(*) > 1 limit ${TOLD}`,
  );
  const tell = (id: string, expected: string): void => {
    report.broken({ place: `Buchung ${id}`, expected, found: 'mehrmals' });
  };
  for (const { id } of chained) tell(id, 'steht einmal in der Kette');
  for (const { id } of reversed) tell(id, 'wird einmal zurückgenommen');
}
