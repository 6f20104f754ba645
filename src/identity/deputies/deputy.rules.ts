import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { rolesTogether, type Role } from '../roles.rules.js';
import { DeputyUnfit } from './deputies.errors.js';
import type { OfficeRole } from './deputy.entity.js';

/** Who stands in for whom, in which role, from and to which day. */
export interface Deputising {
  /** Id of the person who stands in. */
  readonly person: string;
  readonly forPerson: string;
  readonly role: OfficeRole;
  readonly from: PlainDate;
  /** The last day. */
  readonly to: PlainDate;
}

/** What a person's account says, and in which roles they stand in already within the days. */
export interface DeputyCandidate {
  readonly roles: readonly Role[];
  readonly deputised: readonly Role[];
}

/**
 * Nobody stands in with a role that they may not hold beside their own: whoever orders never pays.
 *
 * @param candidate undefined: no such account, or a closed one
 * @param held the roles of the represented person; undefined as above
 * @throws DeputyUnfit
 * @see § 31 KomHVO NRW
 */
export function ensureMayDeputise(
  { role }: Pick<Deputising, 'role'>,
  candidate: DeputyCandidate | undefined,
  held: readonly Role[] | undefined,
): void {
  if (candidate === undefined || held === undefined) {
    throw new DeputyUnfit({ reason: 'unknown', role });
  }
  if (!held.includes(role)) throw new DeputyUnfit({ reason: 'lacks-role', role });
  if (candidate.roles.includes(role)) throw new DeputyUnfit({ reason: 'holds-role', role });
  const together = new Set([...candidate.roles, ...candidate.deputised, role]);
  if (!rolesTogether([...together])) throw new DeputyUnfit({ reason: 'roles-apart', role });
}
