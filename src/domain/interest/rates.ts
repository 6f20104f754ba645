import type { Period, PlainDate } from '../calendar/plain-date.js';
import type { Fraction } from '../money/fraction.js';
import { BaseRateMissing, MarginMissing } from './interest.errors.js';

/** "Basiszinssatz" (§ 247 BGB): percent a year from a day until the next row. */
export interface BaseRateRow {
  readonly validFrom: PlainDate;
  readonly percent: Fraction;
}

/** The published base rates, in order; behind `publishedUntil` the table says nothing. */
export interface BaseRates {
  readonly rows: readonly BaseRateRow[];
  readonly publishedUntil: PlainDate;
}

export const INTEREST_BASES = ['vwvfg-49a-nrw', 'hhg-29-5', 'bgb-288-1', 'agreed'] as const;
/** Legal basis of interest; `agreed` brings its own margin (R21). */
export type InterestBasis = (typeof INTEREST_BASES)[number];

/** Points above the base rate that a basis adds, from a day until its next row. */
export interface MarginRow {
  readonly basis: Exclude<InterestBasis, 'agreed'>;
  readonly validFrom: PlainDate;
  readonly points: Fraction;
  readonly clause?: string;
}

/** The first day of the period for which no base rate is published; undefined if there is none. */
export function firstDayWithoutBaseRate(
  { from, to }: Period,
  { rows, publishedUntil }: BaseRates,
): PlainDate | undefined {
  const first = rows[0]?.validFrom;
  if (first === undefined || from < first || from > publishedUntil) return from;
  return to > publishedUntil ? to : undefined;
}

/** @throws BaseRateMissing before the first row and behind `publishedUntil` */
export function baseRateOn(day: PlainDate, { rows, publishedUntil }: BaseRates): BaseRateRow {
  const row = rows.findLast(({ validFrom }) => validFrom <= day);
  if (row === undefined || day > publishedUntil) throw new BaseRateMissing({ day, publishedUntil });
  return row;
}

/** @throws MarginMissing if the basis has no row on that day */
export function marginOn(
  day: PlainDate,
  basis: InterestBasis,
  margins: readonly MarginRow[],
): MarginRow {
  const row = margins.findLast((other) => other.basis === basis && other.validFrom <= day);
  if (row === undefined) throw new MarginMissing({ day, basis });
  return row;
}
