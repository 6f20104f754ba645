import { summaryText } from './field-text.js';
import type { FormField, FormStep } from './form-field.js';
import { CARRIED, type Texts } from './form-kind.js';
import { isWithin } from './form-path.js';

/** A list of which one side added or took out entries: it can only be taken as a whole. */
export interface ComparedList {
  /** Stands for the list where fields are compared. */
  readonly field: FormField;
  readonly base: string;
  readonly theirs: string;
  readonly own: string;
  readonly proposed: 'own' | 'theirs';
}

/** The texts of a form at three points: when it began, as the book has it now, as it was typed. */
export interface ThreeStates {
  readonly base: Texts;
  readonly present: Texts;
  readonly own: Texts;
}

/**
 * The lists whose entries are no longer the same at the same place. Their fields must not be compared
 * one by one: the second entry here may be the first one there.
 */
export function reshapedLists({ base, present, own }: ThreeStates): readonly string[] {
  const lists = new Set(
    [base, present, own].flatMap((texts) => Object.keys(texts).flatMap(listOf)),
  );
  return [...lists].filter((list) => {
    const shape = shapeOf(base, list);
    return shapeOf(present, list) !== shape || shapeOf(own, list) !== shape;
  });
}

/** The reshaped lists that changed in the book meanwhile, told entry by entry. */
export function comparedLists(
  states: ThreeStates,
  lists: readonly string[],
  steps: { readonly own: readonly FormStep[]; readonly theirs: readonly FormStep[] },
): readonly ComparedList[] {
  const { base, present, own } = states;
  return lists.flatMap((list): ComparedList[] => {
    if (isSame(textsIn(base, list), textsIn(present, list))) return [];
    if (isSame(textsIn(own, list), textsIn(present, list))) return [];
    const [mine, theirs] = [
      entriesText(steps.own, list, own),
      entriesText(steps.theirs, list, present),
    ];
    if (mine === '' && theirs === '') return [];
    const proposed = isSame(textsIn(base, list), textsIn(own, list)) ? 'theirs' : 'own';
    const field: FormField = { path: list, kind: 'long-text', label: LABEL };
    return [{ field, base: entriesText(steps.own, list, base), theirs, own: mine, proposed }];
  });
}

/** The texts of a list and of its entries, those that no field shows included. */
export function textsIn(texts: Texts, list: string): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([path]) => isIn(path, list)));
}

/** Whether a text belongs to a list, carried along or shown. */
export function isIn(path: string, list: string): boolean {
  return isWithin(path.replace(CARRIED, ''), list);
}

const LABEL = 'Einträge: hinzugefügt oder entfernt';

function listOf(path: string): readonly string[] {
  const plain = path.replace(CARRIED, '');
  const end = plain.indexOf('[');
  return end < 0 || plain.startsWith('$') ? [] : [plain.slice(0, end)];
}

/** Which entries a list has at which place, those of lists inside included. */
function shapeOf(texts: Texts, list: string): string {
  const entries = Object.keys(textsIn(texts, list)).flatMap((path) =>
    [...path.replace(CARRIED, '').matchAll(/\]/g)].map(({ index }) =>
      path.replace(CARRIED, '').slice(0, index + 1),
    ),
  );
  const ids = [...new Set(entries)].map(
    (entry) => `${entry}=${texts[`${CARRIED}${entry}.id`] ?? texts[`${entry}.id`] ?? ''}`,
  );
  return ids.toSorted().join('\n');
}

/** Whether two states tell the same; an empty text and none are the same. */
export function isSame(one: Texts, other: Texts): boolean {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...paths].every((path) => (one[path] ?? '') === (other[path] ?? ''));
}

/** "Zeile 1: VzÄ 18,0; Betrag 1.026.000,00 €", a line each. */
function entriesText(steps: readonly FormStep[], list: string, texts: Texts): string {
  const parts = steps.flatMap(({ title, entry, fields, groups = [] }) => [
    ...(entry !== undefined && isIn(entry, list) ? [{ title, fields }] : []),
    ...groups
      .filter((group) => group.entry !== undefined && isIn(group.entry, list))
      .map(({ legend, fields: inner }) => ({ title: legend, fields: inner })),
  ]);
  return parts
    .map(({ title, fields }) => {
      const told = fields.flatMap((field) => {
        const text = summaryText(field, texts[field.path] ?? '');
        return text === '' ? [] : [`${field.label} ${text}`];
      });
      return told.length === 0 ? '' : `${title}: ${told.join('; ')}`;
    })
    .filter((line) => line !== '')
    .join('\n');
}
