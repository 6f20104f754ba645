import type { EntryAddition, FormStep } from './form-field.js';
import { CARRIED, entriesOf, type Texts } from './form-kind.js';
import { textsOf } from './form-input.js';
import { isWithin } from './form-path.js';

/** A list with one entry more: its place, and the texts that it begins with. */
export interface AddedEntry {
  readonly path: string;
  readonly texts: Texts;
}

/** @param stepsOf the steps of the form for given texts: they say how the entry's texts look */
export async function addedEntry(
  texts: Texts,
  { list, entry = {} }: EntryAddition,
  stepsOf: (texts: Texts) => Promise<readonly FormStep[]>,
): Promise<AddedEntry> {
  const path = `${list}[${entriesOf({ texts }, list).length}]`;
  const own = { [path]: entry };
  const mine = await textsOf(own, (typed) => stepsOf({ ...texts, ...typed, [path]: '' }));
  return { path, texts: { ...mine, [path]: '' } };
}

/** The texts without an entry of a list; those after it move up. */
export function withoutEntry(texts: Texts, entry: string): Texts {
  const list = entry.slice(0, entry.lastIndexOf('['));
  const index = Number.parseInt(entry.slice(list.length + 1), 10);
  return Object.fromEntries(
    Object.entries(texts).flatMap(([key, text]): [string, string][] => {
      const mark = key.startsWith(CARRIED) ? CARRIED : '';
      const path = key.slice(mark.length);
      if (isWithin(path, entry)) return [];
      return [[mark + movedUp(path, list, index), text]];
    }),
  );
}

function movedUp(path: string, list: string, index: number): string {
  if (!path.startsWith(`${list}[`)) return path;
  const place = Number.parseInt(path.slice(list.length + 1), 10);
  if (place < index) return path;
  return `${list}[${place - 1}]${path.slice(path.indexOf(']', list.length) + 1)}`;
}
