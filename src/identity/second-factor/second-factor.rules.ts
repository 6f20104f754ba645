import type { PersonKind, PersonSource } from '../people/person.entity.js';
import type { Role } from '../roles.rules.js';
import { SecondFactorKept } from './second-factor.errors.js';

/** Whoever orders payments, and whoever lets people in. */
const DUE: ReadonlySet<Role> = new Set(['approver', 'administrator']);

/** Somebody, with the roles that are in force for them. */
interface Held {
  readonly kind: PersonKind;
  readonly source: PersonSource;
  readonly roles: readonly Role[];
}

/**
 * Whether a person needs a second factor where the office has switched it on. Not who signs in at the
 * office's directory, which asks for its own; not the demo accounts, which are there to be tried.
 */
export function needsSecondFactor({ kind, source, roles }: Held): boolean {
  return kind === 'real' && source === 'local' && roles.some((role) => DUE.has(role));
}

/** For whom the secret of a second factor is encrypted: in another person's row it does not open. */
export function factorOwner(personId: string): string {
  return `second-factor:${personId}`;
}

/**
 * @param isSwitchedOn whether the office demands it of whoever needs one
 * @throws SecondFactorKept for whoever needs it
 */
export function ensureNotKept(isSwitchedOn: boolean, held: Held): void {
  if (isSwitchedOn && needsSecondFactor(held)) throw new SecondFactorKept({});
}
