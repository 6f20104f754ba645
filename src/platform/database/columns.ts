import { strict as assert } from 'node:assert';
import { Column, type ColumnOptions } from 'typeorm';
import { toJson } from '../../domain/errors/domain-error.js';
import { cents, type Cents } from '../../domain/money/cents.js';

type Options = Pick<ColumnOptions, 'name' | 'nullable'>;

/**
 * Money: `bigint` in both databases, `Cents` in code. Its table needs the named check of
 * `centsCheck()` too: SQLite would store 1.5 or 'abc', and reads more than 2^53 wrong, silently.
 */
export function CentsColumn(options: Options = {}): PropertyDecorator {
  const transformer = { from: toCents, to: (value?: Cents | null) => value?.toString() ?? null };
  return Column({ ...options, type: 'bigint', transformer });
}

/** "VzÄ" in whole ten-thousandths: `integer` in both databases. */
export function FteColumn(options: Options = {}): PropertyDecorator {
  return Column({ ...options, type: 'integer' });
}

/** A day as ISO text; its table needs `dayCheck()`: SQLite would take 2024-02-31. */
export function DayColumn(options: Options = {}): PropertyDecorator {
  return Column({ ...options, type: 'date' });
}

/** A moment in UTC with milliseconds, as text that sorts. */
export function InstantColumn(options: Options = {}): PropertyDecorator {
  return Column({ ...options, type: 'varchar', length: INSTANT_LENGTH });
}

/** Plain data as JSON text. A bigint comes back as text: who reads it knows what it was. */
export function JsonColumn(options: Options = {}): PropertyDecorator {
  const transformer = {
    from: (text: string | null): unknown => (text === null ? null : JSON.parse(text)),
    to: (value: unknown) => (value === undefined || value === null ? null : toJson(value)),
  };
  return Column({ ...options, type: 'text', transformer });
}

/** "2026-11-21T09:14:00.000Z" */
export const INSTANT_LENGTH = 24;

/** What a driver answers for a money column: SQLite a number, PostgreSQL text. */
export function toCents(value: string | number | bigint): Cents;
export function toCents(value: string | number | bigint | null): Cents | null;
export function toCents(value: string | number | bigint | null): Cents | null {
  return value === null ? null : cents(toWhole(value));
}

/** A whole number as a driver answers it, also for a sum; anything else is a bug. */
export function toWhole(value: string | number | bigint): bigint {
  assert(typeof value !== 'number' || Number.isSafeInteger(value), `not whole: ${String(value)}`);
  return BigInt(value);
}
