import type { CheckReport } from '../../platform/checks/book-check.js';
import { toWhole } from '../../platform/database/columns.js';
import type { Reader } from '../../platform/database/reader.js';
import type { Tally } from './tally.js';

/** Rows that are in a table and not where they belong: which table, how many were expected. */
interface StrayQuestion {
  /** "Buchungen": what the rows are. */
  readonly name: string;
  readonly counts: string;
  readonly expected: number;
  /** Names those that are too many. */
  readonly strays: string;
  readonly fault: string;
}

const TOLD = 20;

const unchained = (table: string): string =>
  `select i.id from ${table} i where not exists (select 1 from ledger_chain c where c.item_id = i.id)
   and not exists (select 1 from ledger_unchained u where u.item_id = i.id) limit ${TOLD}`;

function questionsOf(tally: Tally, waiting: number): readonly StrayQuestion[] {
  const outside = 'steht nicht in der Kette';
  return [
    {
      name: 'Buchung',
      counts: 'select count(*) as n from ledger_entry',
      expected: tally.entries + waiting,
      ...{ strays: unchained('ledger_entry'), fault: outside },
    },
    {
      name: 'Kontostand',
      counts: 'select count(*) as n from ledger_account',
      expected: tally.accounts,
      ...{ strays: unchained('ledger_account'), fault: outside },
    },
    {
      name: 'Abschluss',
      counts: 'select count(*) as n from ledger_closing',
      expected: tally.closings,
      ...{ strays: unchained('ledger_closing'), fault: outside },
    },
    {
      name: 'Buchungszeile der Buchung',
      counts: 'select count(*) as n from ledger_posting',
      expected: tally.postings,
      strays: `select p.entry_id as id from ledger_posting p
        where not exists (select 1 from ledger_entry e where e.id = p.entry_id) limit ${TOLD}`,
      fault: 'gehört zu keiner Buchung',
    },
    {
      name: 'Eintrag der Kette zu',
      counts: 'select count(distinct item_id) as n from ledger_chain',
      expected: tally.entries + tally.accounts + tally.closings,
      strays: `select item_id as id from ledger_chain
        group by item_id having count(*) > 1 limit ${TOLD}`,
      fault: 'steht mehr als einmal in der Kette',
    },
  ];
}

/** Whether each table holds just what the chain has, and nothing beside it. */
export async function tellStrays(
  reader: Reader,
  report: CheckReport,
  tally: Tally,
  waiting: number,
): Promise<void> {
  for (const question of questionsOf(tally, waiting)) await tellStray(reader, report, question);
  await tellTwiceReversed(reader, report);
  for (const { id } of [...tally.assignments.values()].filter(({ turnover }) => !turnover.size)) {
    const place = `Kontierung ${id}`;
    report.broken({ place, expected: 'gehört zu einer Buchungszeile', found: 'wird nicht benutzt' });
  }
}
