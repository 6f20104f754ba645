import type { Instant } from '../domain/calendar/instant.js';
import { rolesTogether, type Role } from './roles.rules.js';

/** A role in which somebody may act just now, and why. */
export interface RoleInForce {
  readonly role: Role;
  /** `person:…`: for whom they stand in; absent for roles of their own and lent ones. */
  readonly actingFor?: string;
  /** Until when it is lent. */
  readonly lentUntil?: Instant;
}

/**
 * The roles in force: those that are lent, then one's own, then those of whoever one stands in for.
 * What may not be held together with an earlier one rests meanwhile: a lent role at the treasury
 * makes no one order and pay.
 */
export function rolesInForce(
  own: readonly Role[],
  deputised: readonly RoleInForce[],
  lent: readonly RoleInForce[],
): readonly RoleInForce[] {
  const kept: RoleInForce[] = [];
  for (const next of [...lent, ...own.map((role): RoleInForce => ({ role })), ...deputised]) {
    const held = kept.map(({ role }) => role);
    if (!held.includes(next.role) && rolesTogether([...held, next.role])) kept.push(next);
  }
  return kept;
}
