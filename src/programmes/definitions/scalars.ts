import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../../domain/calendar/plain-date.js';
import { isAmount, parseAmount } from '../../domain/money/amount-text.js';
import type { Cents } from '../../domain/money/cents.js';
import { FULL_TIME, isApiFte, parseFte, type Fte } from '../../domain/proration/fte.js';
import {
  LINE_LENGTH_MAX,
  printableLine,
  withoutUnprintable,
} from '../../domain/text/printable-line.js';
import { didYouMean } from './nearest-name.js';

/**
 * The single values of a definition file, read from their source text into domain types. Each
 * says in German what it expected.
 */

/**
 * A value that is read from text; `read` gives undefined for text that is none. What is expected
 * also describes it where the API is described.
 */
export function scalar<T>(expected: string, read: (text: string) => T | undefined): z.ZodType<T> {
  const source = z.string({ error: ({ input }) => notText(input, expected) });
  const reading = source.transform((text, context) => {
    const value = read(text);
    if (value !== undefined) return value;
    const message = text === '' ? 'Der Wert ist leer.' : `„${shorten(text)}“ passt nicht.`;
    context.issues.push({
      code: 'custom',
      input: text,
      message: `${message} Erwartet: ${expected}.`,
    });
    return z.NEVER;
  });
  return reading.describe(expected);
}

/** @returns what to say about an input that is missing or is a list or a group. */
export function notText(input: unknown, expected: string): string {
  if (input === undefined) return `Diese Angabe fehlt. Erwartet: ${expected}.`;
  return `Hier steht ${Array.isArray(input) ? 'eine Liste' : 'kein passender Wert'}. Erwartet: ${expected}.`;
}

/** Text for people: not empty, and nothing that does not print; a break of the line is a blank. */
export function text(): z.ZodType<string> {
  const expected = `ein Text mit höchstens ${LINE_LENGTH_MAX} Zeichen ohne Steuerzeichen`;
  return scalar(expected, (written) => {
    const line = printableLine(written);
    return line === '' ? undefined : line;
  });
}

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_ID = 40;

/** A speaking key: "kim-2-2023". Others refer to it, so it never changes. */
export function id(): z.ZodType<string> {
  const expected = `ein Schlüssel aus Kleinbuchstaben, Ziffern und Bindestrichen, höchstens ${LONGEST_ID} Zeichen, zum Beispiel kim-2-2023`;
  return scalar(expected, (written) =>
    ID.test(written) && written.length <= LONGEST_ID ? written : undefined,
  );
}

/** A hundred billion euros: beyond it somebody lost the point. */
const LARGEST_CENTS = 10_000_000_000_000n;

/** Euros with a point and at most two places, not negative. */
export function money(): z.ZodType<Cents> {
  const expected = 'Euro mit Punkt und höchstens zwei Nachkommastellen, zum Beispiel 57000.00';
  return scalar(expected, (written) => {
    if (!isAmount(written) || written.startsWith('-')) return undefined;
    const amount = parseAmount(written);
    return amount <= LARGEST_CENTS ? amount : undefined;
  });
}

/** What an account stands at: euros as `money`, below zero allowed. */
export function balance(): z.ZodType<Cents> {
  const expected = 'Euro mit Punkt und höchstens zwei Nachkommastellen, auch unter null: -120.50';
  return scalar(expected, (written) => {
    if (!isAmount(written)) return undefined;
    const amount = parseAmount(written);
    return amount <= LARGEST_CENTS && amount >= -LARGEST_CENTS ? amount : undefined;
  });
}

/** "VzÄ", zero allowed, at most four places, with a point. */
export function fteAmount(): z.ZodType<Fte> {
  const expected = 'VzÄ ab 0 mit Punkt und höchstens vier Nachkommastellen, zum Beispiel 0.5';
  return scalar(expected, readFte);
}

/** The share of a post or a person: above 0, at most 1. */
export function share(): z.ZodType<Fte> {
  const expected =
    'ein Anteil über 0 und höchstens 1 mit höchstens vier Nachkommastellen, zum Beispiel 0.5';
  return scalar(expected, (written) => {
    const value = readFte(written);
    return value !== undefined && value > 0 && value <= FULL_TIME ? value : undefined;
  });
}

function readFte(written: string): Fte | undefined {
  return isApiFte(written) ? parseFte(written) : undefined;
}

/** A day that exists, as ISO text. */
export function day(): z.ZodType<PlainDate> {
  return scalar('ein Tag, den es gibt, als JJJJ-MM-TT, zum Beispiel 2023-01-31', (written) =>
    isPlainDate(written) ? written : undefined,
  );
}

/** Whole number within bounds. */
export function whole(least: number, most: number): z.ZodType<number> {
  return scalar(`eine ganze Zahl von ${least} bis ${most}`, (written) => {
    if (!/^\d{1,9}$/.test(written)) return undefined;
    const value = Number(written);
    return value >= least && value <= most ? value : undefined;
  });
}

export function year(): z.ZodType<number> {
  return whole(2000, 2100);
}

const DECIMAL = /^-?\d{1,12}(?:\.\d{1,4})?$/;

/** An exact decimal that stays text: "3.12", "-0.88", "4.5". */
export function decimalText(): z.ZodType<string> {
  return scalar('eine Dezimalzahl mit Punkt und höchstens vier Nachkommastellen', (written) =>
    DECIMAL.test(written) ? written : undefined,
  );
}

export function flag(): z.ZodType<boolean> {
  return scalar('true oder false', (written) =>
    written === 'true' ? true : written === 'false' ? false : undefined,
  );
}

/** One of the given names. */
export function choice<T extends string>(names: readonly T[]): z.ZodType<T> {
  const expected = names.length === 1 ? `„${names[0] ?? ''}“` : `eines von ${names.join(', ')}`;
  const reading = z
    .string({ error: ({ input }) => notText(input, expected) })
    .transform((written, context) => {
      const found = names.find((name) => name === written);
      if (found !== undefined) return found;
      const hint = didYouMean(written, names);
      const message = `„${shorten(written)}“ ist hier nicht bekannt. Erwartet: ${expected}.${hint}`;
      context.issues.push({ code: 'custom', input: written, message });
      return z.NEVER;
    });
  return reading.meta({ enum: names });
}

/** As a message repeats it: on one line, and harmless to a terminal. */
function shorten(written: string): string {
  const begin = written.length > 60 ? `${written.slice(0, 60)}…` : written;
  return withoutUnprintable(begin);
}
