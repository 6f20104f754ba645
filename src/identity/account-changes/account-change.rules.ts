import type { Role } from '../roles.rules.js';
import { AccountChangeRefused } from './account-changes.errors.js';

/** Whether somebody gets a role of the office by this that they have not. */
export function givesOfficeRole(before: readonly Role[], after: readonly Role[]): boolean {
  return after.some((role) => role !== 'partner' && !before.includes(role));
}

/** What of an account decides whether one administrator alone may let somebody in with it. */
export interface Reachable {
  /** Those in force; empty while a second administrator has to agree. */
  readonly roles: readonly Role[];
  /** Whether its person has chosen a password. */
  readonly hasBegun: boolean;
}

/**
 * Whether letting somebody in with an account would let them act as its person: it is theirs
 * already, or has rights of the office. A new account without rights is nobody's yet.
 */
export function isSomebodys({ roles, hasBegun }: Reachable): boolean {
  return hasBegun || givesOfficeRole([], roles);
}

/** What waits, and who decides on it. */
interface Deciding {
  readonly by: string;
  readonly askedBy: string;
  readonly personId: string;
  readonly isDecided: boolean;
}

/** @throws AccountChangeRefused */
export function ensureMayAgree({ by, askedBy, personId, isDecided }: Deciding): void {
  if (isDecided) throw new AccountChangeRefused({ reason: 'decided' });
  if (by === askedBy) throw new AccountChangeRefused({ reason: 'same-administrator' });
  if (by === personId) throw new AccountChangeRefused({ reason: 'own-account' });
}
