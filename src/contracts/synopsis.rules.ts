import { diffWords } from 'diff';
import type { ContractClause } from '../programmes/definitions/definition.js';

/** A stretch of text that both have, that went, or that came. */
export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** One clause in two versions, word by word. */
export interface ClauseComparison {
  readonly number: string;
  readonly state: 'same' | 'changed' | 'added' | 'removed';
  readonly heading: readonly TextPart[];
  /** Absatz by Absatz; an Absatz that only one has is all of one kind. */
  readonly paragraphs: readonly (readonly TextPart[])[];
}

/**
 * "Synopse": the text of two versions beside each other. Clauses are paired by their number, the
 * paragraphs of a clause by their order of likeness, words by the longest common sequence.
 */
export function synopsis(
  before: readonly ContractClause[],
  after: readonly ContractClause[],
): readonly ClauseComparison[] {
  const old = new Map(before.map((clause) => [clause.number, clause]));
  const next = new Map(after.map((clause) => [clause.number, clause]));
  const numbers = [...new Set([...next.keys(), ...old.keys()])].toSorted(byNumber);
  return numbers.map((number) => compareClause(number, old.get(number), next.get(number)));
}

function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'de', { numeric: true });
}

function compareClause(
  number: string,
  before: ContractClause | undefined,
  after: ContractClause | undefined,
): ClauseComparison {
  const heading = words(before?.heading, after?.heading);
  const paragraphs = pairs(before?.paragraphs ?? [], after?.paragraphs ?? []).map(([old, next]) =>
    words(old, next),
  );
  const same = [heading, ...paragraphs].flat().every(({ kind }) => kind === 'same');
  const state = !before ? 'added' : !after ? 'removed' : same ? 'same' : 'changed';
  return { number, state, heading, paragraphs };
}

type Pair = readonly [before: string | undefined, after: string | undefined];

/** Equal paragraphs hold their place; those between them are paired in order. */
function pairs(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const found: Pair[] = [];
  let from = 0;
  for (const [index, paragraph] of after.entries()) {
    const equal = before.indexOf(paragraph, from);
    if (equal < 0) continue;
    const open = after.slice(found.filter(([, next]) => next !== undefined).length, index);
    found.push(...zipped(before.slice(from, equal), open), [paragraph, paragraph]);
    from = equal + 1;
  }
  const done = found.filter(([, next]) => next !== undefined).length;
  return [...found, ...zipped(before.slice(from), after.slice(done))];
}

function zipped(before: readonly string[], after: readonly string[]): readonly Pair[] {
  const length = Math.max(before.length, after.length);
  return Array.from({ length }, (_, index): Pair => [before[index], after[index]]);
}

function words(before: string | undefined, after: string | undefined): readonly TextPart[] {
  if (before === undefined) return [{ kind: 'added', text: after ?? '' }];
  if (after === undefined) return [{ kind: 'removed', text: before }];
  return diffWords(before, after).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
