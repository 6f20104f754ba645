import { formatGermanDay, isPlainDate } from '../../domain/calendar/plain-date.js';
import {
  formatAmount,
  formatEuroPlain,
  isAmount,
  parseAmount,
} from '../../domain/money/amount-text.js';
import { formatFte, fteToApi, isApiFte, parseFte } from '../../domain/proration/fte.js';
import { readDay, readDecimal, readEuro, readFte, type Read } from '../forms/read.js';
import type { FormField, FormFieldKind } from './form-field.js';

/** A value of the definition language that one field holds. */
export type WrittenValue = string | readonly string[];

/** Fields that hold a list of texts. */
export function isList({ kind }: Pick<FormField, 'kind'>): boolean {
  return kind === 'lines' || kind === 'several';
}

/** What was typed, as the definition language writes it; undefined for an empty field. */
export function writtenValue(field: FormField, text: string): Read<WrittenValue | undefined> {
  const typed = text.replaceAll('\r\n', '\n').trim();
  if (typed === '') return { ok: true, value: undefined };
  if (isList(field)) return { ok: true, value: linesOf(typed) };
  return WRITERS[field.kind]?.(typed) ?? { ok: true, value: typed };
}

type Writer = (typed: string) => Read<string>;

const WRITERS: Readonly<Partial<Record<FormFieldKind, Writer>>> = {
  day: (typed) => readDay(typed),
  money: (typed) => mapped(readEuro(typed), formatAmount),
  fte: (typed) => mapped(readFte(typed), fteToApi),
  decimal: (typed) => mapped(readDecimal(typed), () => typed.replace(',', '.')),
  iban: (typed) => ({ ok: true, value: typed.replaceAll(/\s/g, '').toUpperCase() }),
};

function mapped<A>(read: Read<A>, write: (value: A) => string): Read<string> {
  return read.ok ? { ok: true, value: write(read.value) } : read;
}

/** A written value as the field shows it: "57.000,00", "15.03.2023". What is none stays as it is. */
export function typedText({ kind }: Pick<FormField, 'kind'>, value: WrittenValue): string {
  if (typeof value !== 'string') return value.join('\n');
  return SHOWN[kind]?.(value) ?? value;
}

const SHOWN: Readonly<Partial<Record<FormFieldKind, (value: string) => string>>> = {
  day: (value) => (isPlainDate(value) ? formatGermanDay(value) : value),
  money: (value) => (isAmount(value) ? formatEuroPlain(parseAmount(value)) : value),
  fte: (value) => (isApiFte(value) ? formatFte(parseFte(value)) : value),
  decimal: (value) => value.replace('.', ','),
  iban: (value) => value.replaceAll(/(.{4})(?=.)/g, '$1 '),
};

/** What was typed as a summary tells it: the names of choices, with the unit; '' for nothing. */
export function summaryText(field: FormField, text: string): string {
  const { kind, choices = [] } = field;
  const typed = text.trim();
  if (typed === '') return '';
  const name = (value: string): string =>
    choices.find((choice) => choice.value === value)?.label ?? value;
  if (kind === 'checkbox') return typed === 'true' ? 'ja' : typed;
  if (isList(field)) return linesOf(typed).map(name).join('; ');
  if (kind === 'select' || kind === 'radio') return name(typed);
  const written = writtenValue(field, typed);
  const shown = written.ok && written.value !== undefined ? typedText(field, written.value) : typed;
  const unit = unitOf(field);
  return unit === '' || !written.ok ? shown : `${shown}\u00a0${unit}`;
}

/** "€", "VzÄ", or what the field says. */
export function unitOf({ kind, unit }: Pick<FormField, 'kind' | 'unit'>): string {
  return unit ?? (kind === 'money' ? '€' : kind === 'fte' ? 'VzÄ' : '');
}

function linesOf(typed: string): readonly string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
