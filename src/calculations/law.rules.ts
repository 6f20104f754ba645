import type { OneOffHoliday } from '../domain/calendar/holidays.js';
import { addDays, addMonths, type PlainDate } from '../domain/calendar/plain-date.js';
import { INTEREST_BASES, type BaseRates, type MarginRow } from '../domain/interest/rates.js';
import { parseDecimal } from '../domain/money/fraction.js';

/** A dated row of a law table, as the programmes module keeps it. */
interface DatedRow {
  readonly key: string;
  readonly validFrom: PlainDate;
  readonly value: string;
  readonly clause: string;
}

/**
 * The base rates as interest computes with them. Without a stated end, the last row counts for its
 * half-year only: the Bundesbank announces a new rate on each 1 January and 1 July.
 * @see § 247 Abs. 1 BGB
 */
export function toBaseRates(
  rows: readonly DatedRow[],
  publishedUntil: PlainDate | undefined,
): BaseRates {
  const last = rows.at(-1)?.validFrom;
  const halfYear =
    last === undefined ? ('0001-01-01' as PlainDate) : addDays(addMonths(last, 6), -1);
  return {
    rows: rows.map(({ validFrom, value }) => ({ validFrom, percent: parseDecimal(value) })),
    publishedUntil: publishedUntil ?? halfYear,
  };
}

/** Margins of the bases that interest knows; the clause goes into the derivation. */
export function toMargins(rows: readonly DatedRow[]): readonly MarginRow[] {
  return rows.flatMap(({ key, validFrom, value, clause }) =>
    isPublishedBasis(key) ? [{ basis: key, validFrom, points: parseDecimal(value), clause }] : [],
  );
}

export function toOneOffHolidays(rows: readonly DatedRow[]): readonly OneOffHoliday[] {
  return rows.map(({ key, validFrom }) => ({ on: validFrom, name: key }));
}

function isPublishedBasis(key: string): key is MarginRow['basis'] {
  return key !== 'agreed' && INTEREST_BASES.some((basis) => basis === key);
}
