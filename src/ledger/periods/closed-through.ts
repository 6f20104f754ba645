import { addMonths, type PlainDate } from '../../domain/calendar/plain-date.js';
import type { Tx } from '../../platform/database/unit-of-work.js';

/** The last closed month (`2025-03`), if one is closed. */
export async function closedThrough(source: Pick<Tx, 'all'>): Promise<string | undefined> {
  const [row] = await source.all<{ period: string | null }>(
    'select max(period) as period from ledger_closing',
  );
  return row?.period ?? undefined;
}

/** The month that a day lies in: `2025-03`. */
export function periodOf(day: PlainDate): string {
  return day.slice(0, 7);
}

/** The day itself, or the first one after the closed months. */
export function firstOpenDay(day: PlainDate, closed: string | undefined): PlainDate {
  if (closed === undefined || periodOf(day) > closed) return day;
  return addMonths(`${closed}-01` as PlainDate, 1);
}
