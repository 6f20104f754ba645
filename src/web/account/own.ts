import { strict as assert } from 'node:assert';
import { acting } from '../../identity/identity.js';

const PERSON = 'person:';

/** The id of whoever asks: the table of rights lets only people to these pages. */
export function ownId(): string {
  const { ref } = acting();
  assert(ref.startsWith(PERSON), 'only people have an account');
  return ref.slice(PERSON.length);
}
