import { speakingKey } from '../../editing/speaking-key.js';

type Written = Readonly<Record<string, unknown>>;

/** Lines with a key each: what has none gets one made of its partner and component. */
export function withLineIds(lines: readonly Written[]): readonly Written[] {
  const taken = new Set(lines.map(({ id }) => id));
  return lines.map((line) => {
    if (line['id'] !== undefined) return line;
    const id = freeKey(line, taken);
    taken.add(id);
    return { ...line, id };
  });
}

function freeKey({ partner, component }: Written, taken: ReadonlySet<unknown>): string {
  const named = [partner, component].filter((part) => typeof part === 'string').join('-');
  const key = speakingKey(named) || 'zeile';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? key : `${key}-${number.toString()}`;
    if (!taken.has(id)) return id;
  }
}
