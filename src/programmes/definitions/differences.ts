import { formatEuro } from '../../domain/money/amount-text.js';
import { cents } from '../../domain/money/cents.js';
import { formatFte, type Fte } from '../../domain/proration/fte.js';

/** One figure that the book and a file tell differently, as people write it; '' is not there. */
export interface Difference {
  /** As in the file: `versions[2].lines[0].fte`. */
  readonly path: string;
  readonly inBook: string;
  readonly inFile: string;
}

/** What is not there. */
const MISSING = '';

/** Lists of things with an id or a number are compared thing by thing, whatever their order. */
const NAMES = ['id', 'number', 'item', 'party', 'key'] as const;

/**
 * Where two definitions of the same thing differ, in the order of the file. Things that only the
 * book has are no difference: the book may know more than a file.
 *
 * @param unknown called for the path of a named thing that only the file has; true: no difference
 */
export function differencesOf(
  inBook: object,
  inFile: object,
  path = '',
  unknown: (path: string) => boolean = () => false,
): readonly Difference[] {
  const keys = new Set([...Object.keys(inFile), ...Object.keys(inBook)]);
  return [...keys].flatMap((key) => {
    const place = path === '' ? key : `${path}.${key}`;
    return compare(valueAt(inBook, key), valueAt(inFile, key), place, unknown);
  });
}

function compare(
  inBook: unknown,
  inFile: unknown,
  path: string,
  unknown: (path: string) => boolean,
): readonly Difference[] {
  if (Array.isArray(inBook) && Array.isArray(inFile)) {
    return compareLists(inBook as unknown[], inFile as unknown[], path, unknown);
  }
  if (isRecord(inBook) && isRecord(inFile)) return differencesOf(inBook, inFile, path, unknown);
  if (inBook === inFile) return [];
  return [{ path, inBook: written(inBook, path), inFile: written(inFile, path) }];
}

function compareLists(
  inBook: readonly unknown[],
  inFile: readonly unknown[],
  path: string,
  unknown: (path: string) => boolean,
): readonly Difference[] {
  const named = new Map(inBook.map((entry, index) => [nameOf(entry) ?? index, entry]));
  const compared = inFile.flatMap((entry, index) => {
    const place = `${path}[${index.toString()}]`;
    const known = named.get(nameOf(entry) ?? index);
    return known === undefined && unknown(place) ? [] : compare(known, entry, place, unknown);
  });
  const unnamed = inBook.every((entry) => nameOf(entry) === undefined);
  const surplus = unnamed ? inBook.slice(inFile.length) : [];
  return [
    ...compared,
    ...surplus.map((entry, index) => {
      const place = `${path}[${(inFile.length + index).toString()}]`;
      return { path: place, inBook: written(entry, place), inFile: MISSING };
    }),
  ];
}

/** What a thing of a list is called: "id:luenen"; undefined: it has no name. */
export function nameOf(entry: unknown): string | undefined {
  if (!isRecord(entry)) return undefined;
  const name = NAMES.find((key) => entry[key] !== undefined);
  return name === undefined ? undefined : `${name}:${String(entry[name])}`;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(thing: object, key: string): unknown {
  return (thing as Record<string, unknown>)[key];
}

/** A value as people write it: euros, VzÄ, text. */
export function written(value: unknown, path: string): string {
  if (value === undefined) return MISSING;
  if (typeof value === 'bigint') return formatEuro(cents(value));
  if (typeof value === 'number' && /(?:fte|Fte|share)$/.test(path)) return formatFte(value as Fte);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return String(value);
  }
  return JSON.stringify(value, (_key, entry: unknown) =>
    typeof entry === 'bigint' ? formatEuro(cents(entry)) : entry,
  );
}
