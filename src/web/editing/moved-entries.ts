import type { Draft } from '../../drafts/drafts.js';
import { summaryText } from './field-text.js';
import type { FormField, FormStep } from './form-field.js';
import type { Texts } from './form-kind.js';
import { stepFields } from './form-input.js';
import { SHOWN, bodyText, type PostedBody } from './posted-step.js';

/** Before a list from which an entry was taken out: how often that happened. */
const MOVED = '$moved:';

/** Notes that the entries of a list have moved up. */
export function withMoved(texts: Texts, entry: string): Texts {
  const path = MOVED + entry.slice(0, entry.lastIndexOf('['));
  return { ...texts, [path]: (Number(texts[path] ?? 0) + 1).toString() };
}

/**
 * Whether an entry was taken out of a list of this step after its page was shown: what was typed there
 * would get into another entry.
 */
export function hasMoved(
  { changed }: Pick<Draft, 'changed'>,
  step: FormStep,
  seen: number,
): boolean {
  return stepFields(step).some(({ path }) =>
    [...path.matchAll(/\[/g)].some(
      ({ index }) => (changed[MOVED + path.slice(0, index)] ?? 0) > seen,
    ),
  );
}

/** A text that has no place any more. */
export interface TypedText {
  readonly label: string;
  readonly value: string;
}

/** What somebody typed on a page, by the labels of the fields that it had or of others like them. */
export function typedTexts(body: PostedBody, fields: readonly FormField[]): readonly TypedText[] {
  return Object.keys(body).flatMap((name): TypedText[] => {
    const text = bodyText(body, name);
    if (name.startsWith('_') || text === '' || text === bodyText(body, SHOWN + name)) return [];
    const field = fields.find(({ path }) => anyEntry(path) === anyEntry(name));
    return field === undefined ? [] : [{ label: field.label, value: summaryText(field, text) }];
  });
}

function anyEntry(path: string): string {
  return path.replaceAll(/\[\d+\]/g, '[]');
}
