import type { Facts } from '../../domain/errors/domain-error.js';

/** What people read when a rule says no: a title of a few words, and a sentence with the facts. */
export interface Sentence {
  readonly title: string;
  readonly detail: (facts: Facts) => string;
}
