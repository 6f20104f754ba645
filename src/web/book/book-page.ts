import type { AsOf } from '../as-of/as-of.js';
import type { PageFacts, YearFigures } from './book-facts.js';
import type { Names } from './names.js';

/** What a page of the book is made from: facts, figures, names, and as of when it is looked at. */
export interface BookPage {
  readonly facts: PageFacts;
  readonly figures: YearFigures;
  readonly names: Names;
  readonly asOf: AsOf;
  /** The address of another page of the book, for the same year, day and knowledge. */
  readonly link: (path: string) => string;
}

/**
 * Puts the selection of year and day behind an address.
 * @param query as `asOfQuery` writes it: "?jahr=2024" or ''
 */
export function withSelection(path: string, query: string): string {
  const [address = '', fragment] = path.split('#');
  const joined = address.includes('?') ? address + query.replace('?', '&') : address + query;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}
