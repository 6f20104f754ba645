import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Role } from '../roles.rules.js';
import { accountRoles } from './account-roles.js';
import { DeputyUnfit } from './deputies.errors.js';
import { ensureMayDeputise, type Deputising } from './deputy.rules.js';

/**
 * As `ensureMayDeputise`, with what both accounts say; they are held until the transaction ends.
 * @throws DeputyUnfit
 */
export async function ensureFitDeputy(tx: Tx, deputising: Deputising): Promise<void> {
  const { person, forPerson, role } = deputising;
  if (person === forPerson) throw new DeputyUnfit({ reason: 'self', role });
  const own = await accountRoles(tx, person);
  const candidate = own && { roles: own, deputised: await deputised(tx, deputising) };
  ensureMayDeputise(deputising, candidate, await accountRoles(tx, forPerson));
}

/** The roles in which somebody stands in, or is to do so, on some day of the days. */
async function deputised(tx: Tx, { person, from, to }: Deputising): Promise<readonly Role[]> {
  const rows = await tx.all<{ role: Role }>(
    `select d.role from deputy d where d.person_id = ? and d.from_on <= ? and d.to_on >= ?
       and not d.withdrawn and d.revision = (select max(n.revision) from deputy n where n.id = d.id)`,
    [person, to, from],
  );
  return rows.map(({ role }) => role);
}
