import { formatEuro } from '../../domain/money/amount-text.js';
import { cents } from '../../domain/money/cents.js';
import type { CheckReport } from '../../platform/checks/book-check.js';
import type { Reader } from '../../platform/database/reader.js';
import type { Tally } from './tally.js';

interface BalanceColumns {
  readonly assignment_id: string;
  readonly month: string;
  readonly cents: string | number;
}

const PAGE = 5_000;
const KEYS = 'assignment_id, month';

/** Holds each stored month balance against the sum of its postings, and looks for missing ones. */
export async function tellBalances(
  reader: Reader,
  report: CheckReport,
  { assignments }: Tally,
): Promise<number> {
  let stored = 0;
  let [id, month] = ['', ''];
  for (;;) {
    const rows = await reader.all<BalanceColumns>(
      `select ${KEYS}, cents from ledger_balance where (${KEYS}) > (?, ?)
       order by ${KEYS} limit ${PAGE}`,
      [id, month],
    );
    for (const row of rows) {
      tellDifference(report, row, assignments.get(row.assignment_id)?.turnover.get(row.month));
    }
    stored += rows.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) break;
    [id, month] = [last.assignment_id, last.month];
  }
  let expected = 0;
  for (const { turnover } of assignments.values()) expected += turnover.size;
  if (stored < expected) await tellMissing(reader, report, assignments);
  return stored;
}

function tellDifference(
  report: CheckReport,
  { assignment_id: id, month, cents: stored }: BalanceColumns,
  sum: number | undefined,
): void {
  if (sum === Number(stored)) return;
  const expected = sum === undefined ? 'kein Saldo, denn es gibt keine Buchungszeile' : euro(sum);
  report.broken({ place: placeOf(id, month), expected, found: euro(Number(stored)) });
}

async function tellMissing(
  reader: Reader,
  report: CheckReport,
  assignments: Tally['assignments'],
): Promise<void> {
  for (const { id, turnover } of assignments.values()) {
    const rows = await reader.all<{ month: string }>(
      'select month from ledger_balance where assignment_id = ?',
      [id],
    );
    const standing = new Set(rows.map(({ month }) => month));
    for (const [month, sum] of turnover) {
      if (standing.has(month)) continue;
      report.broken({ place: placeOf(id, month), expected: euro(sum), found: 'fehlt' });
    }
  }
}

function placeOf(assignment: string, month: string): string {
  return `Monatssaldo ${month} der Kontierung ${assignment}`;
}

function euro(amount: number): string {
  return Number.isSafeInteger(amount) ? formatEuro(cents(BigInt(amount))) : `${amount} Cent`;
}
