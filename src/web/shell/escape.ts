import { strict as assert } from 'node:assert';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * A value as text of a page. Only text and whole numbers may be printed: a view that lacks a
 * field fails loudly instead of showing "undefined" to a partner.
 *
 * @throws AssertionError for anything else.
 */
export function escapeText(value: unknown): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value.toString();
  assert(typeof value === 'string', `a page cannot print ${typeof value}`);
  return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
