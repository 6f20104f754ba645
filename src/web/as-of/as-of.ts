import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { lastOfYear, yearOf } from '../../domain/calendar/plain-date.js';
import { readDay } from '../forms/read.js';

/** The query of a book page as the browser sends it: each name may come several times. */
export type PageQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** For which year and day a page is shown, and with which knowledge. */
export interface AsOf {
  readonly year: number;
  /** The day on which things count. */
  readonly on: PlainDate;
  /** Shown as it was known at the end of this day; absent: as known now. */
  readonly knownOn?: PlainDate;
}

/** What was typed into the bar, and what is wrong with it ('' if nothing). */
export interface AsOfInput {
  readonly year: { readonly error: string };
  readonly on: { readonly text: string; readonly error: string };
  readonly knownOn: { readonly text: string; readonly error: string };
}

/** What the book offers: its years, newest first, and the present day. */
export interface AsOfLimits {
  readonly years: readonly number[];
  readonly defaultYear: number;
  readonly today: PlainDate;
}

/** The first value of a query parameter, trimmed; '' if it is not there. */
export function queryText(query: PageQuery, name: string): string {
  const value = query[name];
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim();
}

/**
 * Reads `jahr`, `stand` and `bekannt`. What cannot be read is told at its field, and the page is
 * shown as if it had not been given: nobody loses the page over a typing mistake.
 */
export function readAsOf(
  query: PageQuery,
  limits: AsOfLimits,
): { readonly asOf: AsOf; readonly input: AsOfInput } {
  const wanted = queryText(query, 'jahr');
  const granted = limits.years.find((known) => known.toString() === wanted);
  const year = granted ?? limits.defaultYear;
  const on = readField(queryText(query, 'stand'));
  const known = readField(queryText(query, 'bekannt'));
  const future = known.day !== undefined && known.day > limits.today;
  const knownOn = future ? undefined : known.day;
  return {
    asOf: {
      year,
      on: on.day ?? usualDay(year, limits.today),
      ...(knownOn !== undefined && { knownOn }),
    },
    input: {
      year: { error: wanted === '' || granted !== undefined ? '' : NO_SUCH_YEAR },
      on: { text: on.text, error: on.error },
      knownOn: {
        text: known.text,
        error: future
          ? 'Dieser Tag liegt in der Zukunft. Geben Sie höchstens den heutigen Tag ein.'
          : known.error,
      },
    },
  };
}

const NO_SUCH_YEAR = 'Für dieses Jahr gibt es im Buch nichts. Wählen Sie eines aus der Liste.';

/** A past year is looked at from its end, the running one from today. */
export function usualDay(year: number, today: PlainDate): PlainDate {
  return year < yearOf(today) ? lastOfYear(year) : today;
}

function readField(text: string): { text: string; day?: PlainDate; error: string } {
  if (text === '') return { text, error: '' };
  const read = readDay(text);
  return read.ok ? { text, day: read.value, error: '' } : { text, error: read.error };
}
