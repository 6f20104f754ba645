import type { Tx } from '../../platform/database/unit-of-work.js';
import { RightLacking } from '../identity.errors.js';
import type { RolesInForce } from '../roles-in-force.js';

/**
 * The id of the administrator who acts, as the book says inside of the transaction.
 * @throws RightLacking
 */
export async function actingAdministrator(
  tx: Tx,
  roles: RolesInForce,
  by: string,
): Promise<string> {
  const inForce = await roles.ofActor(tx, by, tx.at);
  if (!inForce.some(({ role }) => role === 'administrator')) {
    throw new RightLacking({ roles: 'administrator' });
  }
  return by.slice('person:'.length);
}
