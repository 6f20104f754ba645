import type { AsOf } from '../as-of/as-of.js';
import type { PageFacts, YearFigures } from './book-facts.js';
import type { Names } from './names.js';
import type { PeopleNames } from './people-names.js';

/** What a page of the book is made from: facts, figures, names, and as of when it is looked at. */
export interface BookPage {
  readonly facts: PageFacts;
  readonly figures: YearFigures;
  readonly names: Names;
  /** Who did what, in the words for whoever looks. */
  readonly people: PeopleNames;
  readonly asOf: AsOf;
  /** The address of another page of the book, for the same year, day and knowledge. */
  readonly link: (path: string) => string;
}
