import { parsePlainDate, type PlainDate } from '../domain/calendar/plain-date.js';
import { InvalidField } from '../domain/errors/invalid-field.js';
import { printableLine } from '../domain/text/printable-line.js';

/** Reads what requests about versions say beside the version itself. */

type Fields = Readonly<Record<string, unknown>>;

/** @throws InvalidField at the pointer */
export function readVersionNumber(text: string, pointer = '/number'): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidField('choice', text, pointer);
  return Number(text);
}

/** The version that a draft starts from. @throws InvalidField at `/basedOn` */
export function readBasedOn(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === 'number' ? value.toString() : value;
  return readVersionNumber(typeof text === 'string' ? text : '', '/basedOn');
}

/** A day that may be left out. @throws InvalidField at the field */
export function readDay(fields: Fields, name: string): PlainDate | undefined {
  const value = fields[name];
  if (value === undefined) return undefined;
  return parsePlainDate(typeof value === 'string' ? value : '', `/${name}`);
}

/** @throws InvalidField at the field */
export function readText(fields: Fields, name: string): string {
  const value = fields[name];
  if (value === undefined || value === null) throw new InvalidField('required', '', `/${name}`);
  if (typeof value !== 'string') throw new InvalidField('text', '', `/${name}`);
  const line = printableLine(value);
  if (line === '') throw new InvalidField('required', '', `/${name}`);
  if (line === undefined) throw new InvalidField('text-unfit', '', `/${name}`);
  return line;
}
