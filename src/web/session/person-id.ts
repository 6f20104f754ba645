import type { Acting } from '../../identity/identity.js';

/** The id of the person who asks; '' for a program, and for nobody. */
export function personIdOf({ ref }: Acting): string {
  return ref.startsWith(PERSON) ? ref.slice(PERSON.length) : '';
}

const PERSON = 'person:';
