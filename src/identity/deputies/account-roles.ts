import { lockingClause } from '../../platform/database/typeorm-tx.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { Role } from '../roles.rules.js';

/**
 * The roles in somebody's account, held until the transaction ends; undefined: there is no such
 * account, or it is closed.
 */
export async function accountRoles(tx: Tx, id: string): Promise<readonly Role[] | undefined> {
  await tx.all(`select id from person_rights where id = ? order by revision${lockingClause(tx)}`, [
    id,
  ]);
  const [row] = await tx.all<{ roles: string; withdrawn: boolean | number }>(
    'select roles, withdrawn from person_rights where id = ? order by revision desc limit 1',
    [id],
  );
  if (row === undefined || Boolean(row.withdrawn)) return undefined;
  return JSON.parse(row.roles) as Role[];
}
