import { strict as assert } from 'node:assert';
import { acting, personIdOf } from '../../identity/identity.js';

/** The id of whoever asks: the table of rights lets only people to these pages. */
export function ownId(): string {
  const id = personIdOf(acting().ref);
  assert(id !== '', 'only people have an account');
  return id;
}
