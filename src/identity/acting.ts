import { strict as assert } from 'node:assert';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { SessionLimits } from './sessions/session-limits.rules.js';
import type { Role } from './roles.rules.js';

/** Who acts: `person:…`, `token:…` or `system:…`. */
export interface Actor {
  readonly ref: string;
}

/** Who asks just now, with the roles that are in force for them. */
export interface Acting extends Actor {
  readonly roles: readonly Role[];
  /** A person's name, for the page that greets them; never stored with what they do. */
  readonly name: string;
  /** The organisation of a partner's people: its id. */
  readonly partner?: string;
  /** The person who invites and removes colleagues of the organisation. */
  readonly isLead?: boolean;
  /** A second factor is needed and missing: until it is set up, no role counts. */
  readonly lacksSecondFactor?: true;
  /** The id of the session, not its secret. */
  readonly session?: string;
  /** When the session ends, as things stand. */
  readonly limits?: SessionLimits;
  /** Where the request came from. */
  readonly address?: string;
  /** What each form of this session carries, so that no other site can send one. */
  readonly formToken?: string;
}

const PERSON = 'person:';

/** Whether a reference names a person, and no program and not the product itself. */
export function isPerson(ref: string): boolean {
  return ref.startsWith(PERSON);
}

/** The id of the person whom a reference names; '' for a program, and for nobody. */
export function personIdOf(ref: string): string {
  return isPerson(ref) ? ref.slice(PERSON.length) : '';
}

/** Somebody who has not signed in. */
export const NOBODY: Acting = Object.freeze({ ref: 'system:nobody', roles: [], name: '' });

const storage = new AsyncLocalStorage<Acting>();

/** Runs `work`, and all that it waits for, as done by somebody. */
export function actAs<T>(acting: Acting, work: () => T): T {
  return storage.run(acting, work);
}

/** Who asks just now; nobody where no request is under way. */
export function acting(): Acting {
  return storage.getStore() ?? NOBODY;
}

/** Who acts, for what they state. @throws AssertionError where nobody does: a rule of ours is broken */
export function actor(): Actor {
  const { ref } = acting();
  assert(ref !== NOBODY.ref, 'whoever changes the book has signed in');
  return { ref };
}
