import { InvalidField } from '../../domain/errors/invalid-field.js';
import { germanOrder } from '../../domain/text/german-text.js';
import type { Page, Paging } from './book-query.dto.js';

/** What a list is sorted by; text as in a German register, missing values last. */
export type SortValue = string | number | bigint | undefined;

export interface SortOrder<Item> {
  /** As the query names it: "-title". */
  readonly name: string;
  readonly descending: boolean;
  readonly valueOf: (item: Item) => SortValue;
}

interface Place {
  readonly value: SortValue;
  readonly id: string;
}

/**
 * Cuts a page out of a sorted list; equal values stand in order of id. The cursor carries value
 * and id of the last item, not its number: what is added or gone meanwhile shifts nothing, and the
 * last item itself may be gone.
 *
 * @throws InvalidField at `/after`: no cursor of this order
 */
export function sortedPage<Item>(
  items: readonly Item[],
  { after, limit }: Paging,
  order: SortOrder<Item>,
  idOf: (item: Item) => string,
): Page<Item> {
  const start = after === undefined ? undefined : readCursor(after, order.name);
  const rest = items
    .map((item) => ({ item, value: order.valueOf(item), id: idOf(item) }))
    .filter((entry) => start === undefined || comparePlaces(entry, start, order.descending) > 0)
    .toSorted((a, b) => comparePlaces(a, b, order.descending));
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ item }) => item),
    next: rest.length > limit && last !== undefined ? writeCursor(last, order.name) : null,
  };
}

function comparePlaces(a: Place, b: Place, descending: boolean): number {
  const byValue = compareValues(a.value, b.value, descending);
  if (byValue !== 0) return byValue;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function compareValues(a: SortValue, b: SortValue, descending: boolean): number {
  if (a === undefined || b === undefined) {
    return a === b ? 0 : a === undefined ? 1 : -1;
  }
  const order =
    typeof a === 'string' && typeof b === 'string' ? germanOrder(a, b) : a < b ? -1 : a > b ? 1 : 0;
  return descending ? -order : order;
}

/** Kind and text of the value, so that cents come back as cents. */
type CursorValue = readonly ['text' | 'number' | 'bigint' | 'none', string];

function writeCursor({ value, id }: Place, name: string): string {
  const kind = typeof value;
  const written: CursorValue =
    value === undefined
      ? ['none', '']
      : [kind === 'bigint' || kind === 'number' ? kind : 'text', value.toString()];
  return Buffer.from(JSON.stringify([name, ...written, id]), 'utf8').toString('base64url');
}

function readCursor(cursor: string, name: string): Place {
  const [sort, kind, text, id] = partsOf(cursor);
  const refused = new InvalidField('choice', cursor, '/after');
  if (sort !== name || text === undefined || id === undefined) throw refused;
  switch (kind) {
    case 'none':
      return { value: undefined, id };
    case 'text':
      return { value: text, id };
    case 'number':
    case 'bigint':
      if (!/^-?\d{1,18}$/.test(text)) throw refused;
      return { value: kind === 'number' ? Number(text) : BigInt(text), id };
    case undefined:
    default:
      throw refused;
  }
}

/** The four texts of a cursor; nothing of what somebody made up. */
function partsOf(cursor: string): readonly string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isCursor = Array.isArray(parts) && parts.every((part) => typeof part === 'string');
    return isCursor ? parts : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
