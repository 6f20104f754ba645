import type { FieldView } from '../components/field.js';
import type { BookPage } from './book-page.js';

/** A form of choices above a page, sent by GET. */
export interface SelectionView {
  readonly action: string;
  /** Year and day of the page, kept. */
  readonly keep: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly FieldView[];
  /** The page without any choice; '' if nothing is chosen. */
  readonly reset: string;
}

/** Year, day and knowledge as the links of the page carry them, for the hidden fields of a form. */
export function keptPairs(page: BookPage): SelectionView['keep'] {
  return [...new URLSearchParams(page.link(''))].map(([name, value]) => ({ name, value }));
}
