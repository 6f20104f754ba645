import type { Draft, DraftTexts } from './drafts.js';

/**
 * What was saved meanwhile in the fields that somebody now saves with other texts. Fields that nobody
 * else touched since, and those that both filled with the same, are no conflict.
 *
 * @param seen the revision of the draft that the page showed
 */
export function savedMeanwhile(
  { texts, changed }: Pick<Draft, 'texts' | 'changed'>,
  typed: DraftTexts,
  seen: number,
): DraftTexts {
  return Object.fromEntries(
    Object.entries(typed)
      .filter(([path, text]) => (changed[path] ?? 0) > seen && text !== (texts[path] ?? ''))
      .map(([path]) => [path, texts[path] ?? '']),
  );
}

/** What somebody typed, without the fields that were empty before and still are. */
export function filledTexts(before: DraftTexts, typed: DraftTexts): DraftTexts {
  return Object.fromEntries(
    Object.entries(typed).filter(([path, text]) => text !== '' || before[path] !== undefined),
  );
}

/** The paths whose texts differ. */
export function changedPaths(before: DraftTexts, after: DraftTexts): readonly string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...paths].filter((path) => before[path] !== after[path]);
}
