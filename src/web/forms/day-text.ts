import {
  formatGermanDay,
  parseGermanDay,
  parsePlainDate,
  type PlainDate,
} from '../../domain/calendar/plain-date.js';
import { InvalidField } from '../../domain/errors/invalid-field.js';
import { sentenceFor } from '../messages/messages.js';

/** A value that a person typed: the domain's value, or the sentence that stands at the field. */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string };

export function readOk<T>(value: T): Read<T> {
  return { ok: true, value };
}

export function readError(error: string): Read<never> {
  return { ok: false, error };
}

/** Runs a parser of the domain; a refused value becomes its German sentence. */
export function readWith<T>(parse: () => T): Read<T> {
  try {
    return readOk(parse());
  } catch (error) {
    if (!(error instanceof InvalidField)) throw error;
    return readError(sentenceFor(error.code, error.facts).detail);
  }
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** Reads "15.03.2023", "1.3.2023" or "2023-03-15": none of them can be taken for another day. */
export function readDay(text: string): Read<PlainDate> {
  const day = text.trim();
  return readWith(() => (ISO.test(day) ? parsePlainDate(day) : parseGermanDay(day)));
}

/** What a field shows for a day: German, or what was typed if it is no day. */
export function dayFieldText(text: string): string {
  const read = readDay(text);
  return read.ok ? formatGermanDay(read.value) : text;
}
