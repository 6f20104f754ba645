import { queryText, type PageQuery } from '../as-of/as-of.js';
import { fieldView, type FieldView } from '../components/field.js';
import type { BookPage } from './book-page.js';

/** Which partner and component a list is narrowed to; '' for all. */
export interface Selection {
  readonly partner: string;
  readonly component: string;
}

/** The form above a list, sent by GET. */
export interface SelectionView {
  readonly action: string;
  /** Year and day of the page, kept. */
  readonly keep: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly FieldView[];
  /** The list without any selection; '' if nothing is selected. */
  readonly reset: string;
}

export function readSelection(query: PageQuery): Selection {
  return { partner: queryText(query, 'partner'), component: queryText(query, 'baustein') };
}

/** @param parties and components that occur in the list at all */
export function selectionView(
  page: BookPage,
  path: string,
  { partner, component }: Selection,
  offered: { readonly parties: readonly string[]; readonly components: readonly string[] },
): SelectionView {
  const { names } = page;
  return {
    action: path,
    keep: keptPairs(page),
    fields: [
      select('partner', 'Partner', 'Alle Partner', partner, offered.parties, (id) =>
        names.party(id),
      ),
      select('baustein', 'Baustein', 'Alle Bausteine', component, offered.components, (id) =>
        names.component(id),
      ),
    ],
    reset: partner === '' && component === '' ? '' : page.link(path),
  };
}

/** Year, day and knowledge as the links of the page carry them, for the hidden fields of a form. */
export function keptPairs(page: BookPage): SelectionView['keep'] {
  return [...new URLSearchParams(page.link(''))].map(([name, value]) => ({ name, value }));
}

function select(
  name: string,
  label: string,
  all: string,
  chosen: string,
  ids: readonly string[],
  nameOf: (id: string) => string,
): FieldView {
  const options = [...new Set(ids)]
    .map((value) => ({ value, label: nameOf(value), selected: value === chosen }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'de'));
  return fieldView({
    kind: 'select',
    id: `auswahl-${name}`,
    name,
    label,
    options: [{ value: '', label: all, selected: chosen === '' }, ...options],
  });
}
