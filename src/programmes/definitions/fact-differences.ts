import { isRecord, nameOf, written } from './differences.js';
import { writtenPath } from './record.js';

/** One value of a fact that a change made another, as people write it; '' is not there. */
export interface FactDifference {
  /** As a file writes it, things of a list by their name: `lines[kim-2-2023].fte`. */
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/**
 * What a change made of a fact, value by value, in the order of the state before. Things of a list
 * are compared by name, whatever their order; one that came or went is told with all its values.
 */
export function factDifferences(before: object, after: object): readonly FactDifference[] {
  return compare(before, after, '');
}

function compare(before: unknown, after: unknown, path: string): readonly FactDifference[] {
  if (before === after) return [];
  const byName = [before, after].every((value) => !Array.isArray(value) || areNamed(value));
  const inBefore = partsOf(before, path, byName);
  const inAfter = partsOf(after, path, byName);
  if (inBefore === undefined || inAfter === undefined) {
    const place = writtenPath(path);
    return [{ path: place, before: written(before, path), after: written(after, path) }];
  }
  const places = new Set([...inBefore.keys(), ...inAfter.keys()]);
  return [...places].flatMap((place) => compare(inBefore.get(place), inAfter.get(place), place));
}

/** What a group or a list is made of, by place; undefined for a single value. */
function partsOf(
  value: unknown,
  path: string,
  byName: boolean,
): ReadonlyMap<string, unknown> | undefined {
  if (value === undefined) return new Map();
  if (Array.isArray(value)) {
    const place = (entry: unknown, index: number): string =>
      (byName ? shortName(entry) : undefined) ?? index.toString();
    return new Map(value.map((entry, index) => [`${path}[${place(entry, index)}]`, entry]));
  }
  if (!isRecord(value)) return undefined;
  return new Map(
    Object.entries(value).map(([key, part]) => [path === '' ? key : `${path}.${key}`, part]),
  );
}

/** Every entry has a name of its own. */
function areNamed(list: readonly unknown[]): boolean {
  const names = list.map(shortName);
  return names.every((name) => name !== undefined) && new Set(names).size === names.length;
}

function shortName(entry: unknown): string | undefined {
  return nameOf(entry)?.replace(/^\w+:/, '');
}
