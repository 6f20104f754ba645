import { formatGermanDay, isPlainDate, type PlainDate } from '../../domain/calendar/plain-date.js';

/** How single fields of an entry stand in a CSV file: days and amounts as in Germany. */

const GERMAN_DAY = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
/** Without points between thousands: nothing is guessed. Excel leaves ",00" off. */
const GERMAN_AMOUNT = /^(-?\d{1,15})(?:,(\d{1,2}))?$/;
const WHOLE = /^\d{1,6}$/;

/** What a field of the JSON lines holds; an object: who did what. */
export type CellValue = string | number | Readonly<Record<string, string>> | undefined;

/** A cell as the JSON lines have it, or why it cannot be read. */
export interface ReadCell {
  readonly value?: unknown;
  readonly wrong?: string;
}

/** @param text not empty */
export function readCell(field: string, text: string): ReadCell {
  switch (field) {
    case 'effectiveOn':
      return readDay(text);
    case 'amount':
      return readAmount(text);
    case 'budgetYear':
    case 'line':
      return WHOLE.test(text)
        ? { value: Number(text) }
        : { wrong: 'Erwartet wird eine ganze Zahl.' };
    case 'actors':
      return readActors(text);
    default:
      return { value: text };
  }
}

/** The text of a cell of a CSV file, for a value of the JSON lines. */
export function cellText(field: string, value: CellValue): string {
  if (value === undefined) return '';
  if (typeof value === 'object') {
    const acts = Object.entries(value).map(([act, actor]) => `${act}=${actor}`);
    return acts.join(' ');
  }
  if (field === 'effectiveOn') return formatGermanDay(value as PlainDate);
  return field === 'amount' ? value.toString().replace('.', ',') : value.toString();
}

function readDay(text: string): ReadCell {
  const [, day = '', month = '', year = ''] = GERMAN_DAY.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(iso)
    ? { value: iso }
    : { wrong: 'Erwartet wird ein Tag wie 01.03.2025, den es im Kalender gibt.' };
}

function readAmount(text: string): ReadCell {
  const [, euros, places = ''] = GERMAN_AMOUNT.exec(text) ?? [];
  return euros === undefined
    ? { wrong: 'Erwartet wird ein Betrag wie -1234,56, ohne Punkte zwischen den Tausendern.' }
    : { value: `${euros}.${places.padEnd(2, '0')}` };
}

function readActors(text: string): ReadCell {
  const pairs = text.split(' ').map((pair) => /^([^=]+)=(.+)$/.exec(pair));
  if (pairs.includes(null)) return { wrong: 'Erwartet wird „entered=person:…“.' };
  return { value: Object.fromEntries(pairs.map((pair) => [pair?.[1], pair?.[2]])) };
}
