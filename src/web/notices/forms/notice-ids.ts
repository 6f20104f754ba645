import { isFilled, linesOf, type WrittenLine, type WrittenNotice } from './written-notice.js';

/** The longest key that the definition language takes. */
const LONGEST_ID = 40;

/**
 * A notice with speaking keys where it has none yet: `kim-2-2026` for a line of KIM II in 2026, and
 * `notice-kim-2-2026` for the notice that it opens. Keys that stand there stay: others refer to them.
 *
 * @param typed the key that somebody gave the notice; '' if they were not asked. Its lines follow it.
 */
export function withKeys(input: WrittenNotice, typed = ''): WrittenNotice {
  const root = typed.replace(/^notice-/, '');
  const used = new Set(linesOf(input).flatMap(({ id }) => (isFilled(id) ? [id] : [])));
  const lines = linesOf(input).map((line) => {
    if (isFilled(line.id)) return line;
    const id = freeKey(root === '' ? lineKey(line) : root, used);
    used.add(id);
    return { ...line, id };
  });
  const [first] = lines;
  const made = isFilled(input['id']) ? input['id'] : `notice-${first?.id ?? ''}`;
  const id = typed === '' ? made.slice(0, LONGEST_ID) : typed;
  return { ...input, kind: 'notice', id, lines };
}

/** The key of an amending notice: that of the amended one with a number behind it. */
export function amendingKey(amended: string, taken: ReadonlySet<string>): string {
  const root = amended.replace(/-a\d+$/, '').slice(0, LONGEST_ID - 4);
  let number = 1;
  while (taken.has(`${root}-a${number.toString()}`)) number += 1;
  return `${root}-a${number.toString()}`;
}

/** The same key for another year: `kim-2-2023` -> `kim-2-2024`. */
export function keyOfYear(key: string, from: number, to: number): string {
  const years = new RegExp(`(?<!\\d)${from.toString()}(?!\\d)`, 'g');
  const other = key.replace(/-a\d+$/, '').replaceAll(years, to.toString());
  return other.includes(to.toString()) ? other : `${other}-${to.toString()}`;
}

function lineKey({ component, year }: WrittenLine): string {
  return [component, year].filter(isFilled).join('-');
}

function freeKey(wanted: string, used: ReadonlySet<string>): string {
  let key = wanted;
  for (let number = 2; used.has(key); number += 1) key = `${wanted}-${number.toString()}`;
  return key;
}
