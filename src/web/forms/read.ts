import {
  formatGermanDay,
  parseGermanDay,
  parsePlainDate,
  type PlainDate,
} from '../../domain/calendar/plain-date.js';
import { InvalidField } from '../../domain/errors/invalid-field.js';
import { isAmount, parseAmount, parseEuro } from '../../domain/money/amount-text.js';
import type { Cents } from '../../domain/money/cents.js';
import { parseDecimal, type Fraction } from '../../domain/money/fraction.js';
import { parseFte, type Fte } from '../../domain/proration/fte.js';
import { formReasons } from '../messages/forms.js';
import { sentenceFor } from '../messages/messages.js';

/** A value that a person typed: the domain's value, or the sentence that stands at the field. */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

/** Runs a parser of the domain; a refused value becomes its German sentence. */
export function readWith<T>(parse: () => T): Read<T> {
  try {
    return { ok: true, value: parse() };
  } catch (error) {
    if (!(error instanceof InvalidField)) throw error;
    return { ok: false, error: fieldSentence(error) };
  }
}

/** The sentence of a refused value as it stands at a field of a page. */
export function fieldSentence({ code, facts }: InvalidField): string {
  const known: Readonly<Record<string, string>> = formReasons;
  return known[String(facts['reason'])] ?? sentenceFor(code, facts).detail;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads "15.03.2023", "1.3.2023" or "2023-03-15": none of them can be taken for another day. */
export function readDay(text: string): Read<PlainDate> {
  const day = text.trim();
  return readWith(() => (ISO_DAY.test(day) ? parsePlainDate(day) : parseGermanDay(day)));
}

const PLACES_AFTER_POINT = /\.\d{1,2}$/;

/** Reads "57.000,00", "57000" or "57000.00"; "1,234.56" is refused, not guessed at. */
export function readEuro(text: string): Read<Cents> {
  const amount = text.trim();
  const english = isAmount(amount) && PLACES_AFTER_POINT.test(amount);
  return readWith(() => (english ? parseAmount(amount) : parseEuro(amount)));
}

/** Reads "0,5" or "0.5". */
export function readFte(text: string): Read<Fte> {
  return readWith(() => parseFte(text));
}

/** Reads "3,25" or "3.25"; a point between thousands is refused. */
export function readDecimal(text: string): Read<Fraction> {
  return readWith(() => parseDecimal(text.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2')));
}

/** One of the keys of a choice. */
export function readChoice<Key extends string>(text: string, keys: readonly Key[]): Read<Key> {
  const value = keys.find((key) => key === text);
  return readWith(() => {
    if (value === undefined) throw new InvalidField('choice', text);
    return value;
  });
}

/** What a field shows for a day: German, or what was typed if it is no day. */
export function dayFieldText(text: string): string {
  const read = readDay(text);
  return read.ok ? formatGermanDay(read.value) : text;
}
