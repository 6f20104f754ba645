import type { Tx } from '../../platform/database/unit-of-work.js';
import type { RolesInForce } from '../roles-in-force.js';
import { DeputyNotYours } from './deputies.errors.js';

/**
 * A deputising is the business of those whom it concerns, and of administrators.
 * @param concerned ids of people
 * @throws DeputyNotYours
 */
export async function ensureConcerned(
  tx: Tx,
  roles: RolesInForce,
  by: string,
  concerned: readonly string[],
): Promise<void> {
  if (concerned.some((id) => by === `person:${id}`)) return;
  if ((await roles.rightOf(tx, by, 'administrator')) === undefined) throw new DeputyNotYours({});
}
