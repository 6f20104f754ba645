import type { Draft } from '../../drafts/drafts.js';
import type { FormField, FormStep } from './form-field.js';
import { fieldsOf } from './form-input.js';
import { CARRIED, type Texts } from './form-kind.js';
import {
  comparedLists,
  isIn,
  isSame,
  reshapedLists,
  textsIn,
  type ComparedList,
} from './list-comparison.js';
import { bodyText, type PostedBody } from './posted-step.js';

/** A field that somebody else changed in the book while this draft was open. */
export interface ComparedField {
  readonly field: FormField;
  /** What the draft began from. */
  readonly base: string;
  /** What the book says now. */
  readonly theirs: string;
  readonly own: string;
  /** What is proposed: one's own where one typed something, else what the book says now. */
  readonly proposed: 'own' | 'theirs';
}

/** A draft beside the book as it is now. */
export interface FactComparison {
  readonly fields: readonly ComparedField[];
  /** Lists in which entries came or went: told and chosen as a whole. */
  readonly lists: readonly ComparedList[];
  /** The paths of all such lists, also of those that only this draft changed. */
  readonly reshaped: readonly string[];
}

/** @param steps of the form as it is here, and as the book has it now */
export function factComparison(
  { base, texts: own }: Pick<Draft, 'base' | 'texts'>,
  present: Texts,
  steps: { readonly own: readonly FormStep[]; readonly theirs: readonly FormStep[] },
): FactComparison {
  const states = { base, present, own };
  const reshaped = reshapedLists(states);
  const fields = [...fieldsOf(steps.own), ...fieldsOf(steps.theirs)].filter(
    ({ path }) => !reshaped.some((list) => isIn(path, list)),
  );
  return {
    fields: comparedFields(fields, { base, texts: own }, present),
    lists: comparedLists(states, reshaped, steps),
    reshaped,
  };
}

function comparedFields(
  fields: readonly FormField[],
  { base, texts }: Pick<Draft, 'base' | 'texts'>,
  present: Texts,
): readonly ComparedField[] {
  const byPath = new Map(fields.map((field) => [field.path, field]));
  return [...byPath.values()]
    .filter(({ path }) => !path.startsWith('$'))
    .map((field): ComparedField => {
      const [was = '', theirs = '', own = ''] = [base, present, texts].map(
        (known) => known[field.path],
      );
      return { field, base: was, theirs, own, proposed: own === was ? 'theirs' : 'own' };
    })
    .filter(({ base: was, theirs, own }) => theirs !== was && theirs !== own);
}

/**
 * The texts of a draft that goes on from the present state: its own, where nobody else changed anything
 * or they were chosen; what no field shows comes from the book. A list in which entries came or went is
 * taken as a whole, with what its entries carry along.
 */
export function chosenTexts(
  { fields, lists, reshaped }: FactComparison,
  { base, texts: own }: Pick<Draft, 'base' | 'texts'>,
  present: Texts,
  body: PostedBody,
): Texts {
  const isTheirs = ({ field, proposed }: ComparedField | ComparedList): boolean =>
    (bodyText(body, `_take:${field.path}`) || proposed) === 'theirs';
  const isUntouched = (list: string): boolean => isSame(textsIn(base, list), textsIn(own, list));
  const outside = (path: string): boolean => !reshaped.some((list) => isIn(path, list));
  const kept = Object.entries(own).filter(([path]) => !path.startsWith(CARRIED) && outside(path));
  const carried = Object.entries(present).filter(
    ([path]) => path.startsWith(CARRIED) && outside(path),
  );
  const taken = fields.filter(isTheirs).map(({ field, theirs }) => [field.path, theirs] as const);
  const whole = reshaped.flatMap((list) => {
    const compared = lists.find(({ field }) => field.path === list);
    const isOwn = compared ? !isTheirs(compared) : !isUntouched(list);
    return Object.entries(textsIn(isOwn ? own : present, list));
  });
  const texts = Object.fromEntries([...kept, ...carried, ...taken, ...whole]);
  return Object.fromEntries(
    Object.entries(texts).filter(([path, text]) => text !== '' || path.endsWith(']')),
  );
}
