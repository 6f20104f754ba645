import type { Draft } from '../../drafts/drafts.js';
import type { FormField } from './form-field.js';
import { CARRIED, type Texts } from './form-kind.js';
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

/** @param fields of the form as it is here and as the book has it now */
export function comparedFields(
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
 * or they were chosen; what no field shows comes from the book.
 */
export function chosenTexts(
  compared: readonly ComparedField[],
  own: Texts,
  present: Texts,
  body: PostedBody,
): Texts {
  const theirs = compared.filter(
    ({ field, proposed }) => (bodyText(body, `_take:${field.path}`) || proposed) === 'theirs',
  );
  const kept = Object.entries(own).filter(([path]) => !path.startsWith(CARRIED));
  const carried = Object.entries(present).filter(([path]) => path.startsWith(CARRIED));
  const taken = theirs.map(({ field, theirs: text }) => [field.path, text] as const);
  const texts = Object.fromEntries([...kept, ...carried, ...taken]);
  return Object.fromEntries(
    Object.entries(texts).filter(([path, text]) => text !== '' || path.endsWith(']')),
  );
}
