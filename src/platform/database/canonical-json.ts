import { strict as assert } from 'node:assert';
import { toJson } from '../../domain/errors/domain-error.js';

/**
 * The one text of a content: keys sorted, absent and `undefined` the same, bigint as text. Equal
 * contents give equal texts, whatever order they were written in.
 */
export function canonicalJson(content: unknown): string {
  return toJson(sorted(content ?? null));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const plain = !(value instanceof Map || value instanceof Set || value instanceof Date);
  assert(plain, 'a content is not plain data');
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}
