import type { Instant } from '../../domain/calendar/instant.js';
import type { CheckReport } from '../../platform/checks/book-check.js';
import type { Reader } from '../../platform/database/reader.js';

/** Clocks of several servers differ by seconds; nobody's is so far ahead. */
const TOLERANCE_MS = 60_000;

/**
 * A clock that once stood in the future has put it into the chain: times there never go back, so all
 * that is entered until then bears that time, and "as known" on a day before it does not show it.
 */
export async function tellClockAhead(
  reader: Reader,
  report: CheckReport,
  now: Instant,
): Promise<void> {
  const [row] = await reader.all<{ last: Instant | null }>(
    'select max(recorded_at) as last from ledger_chain',
  );
  const last = row?.last ?? now;
  if (Date.parse(last) <= Date.parse(now) + TOLERANCE_MS) return;
  report.note(
    `Die Uhr ging vor: Das letzte Glied der Kette ist erst am ${last} aufgenommen, jetzt ist es ${now}. ` +
      'Was bis dahin gebucht wird, trägt diese Zeit; der Stand früherer Tage zeigt es nicht.',
  );
}
