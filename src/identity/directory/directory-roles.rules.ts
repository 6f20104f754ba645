import { isRole, rolesTogether, ROLES, type Role } from '../roles.rules.js';
import { DirectoryNoRole, DirectoryRolesApart } from './directory.errors.js';

/** Which roles each group of the directory gives. */
export type GroupRoles = ReadonlyMap<string, readonly Role[]>;

/** Partners are other organisations: who belongs to which is said in the book. */
const GIVEN: readonly Role[] = ROLES.filter((role) => role !== 'partner');

/**
 * Reads `gruppe=officer,leitung=approver`. A group may stand there twice, with two roles; its name may
 * hold "=", but no comma.
 *
 * @throws RangeError in German
 */
export function readGroupRoles(text: string): GroupRoles {
  const roles = new Map<string, readonly Role[]>();
  for (const part of text.split(',')) {
    const [group, role] = readPart(part.trim());
    roles.set(group, [...(roles.get(group) ?? []).filter((held) => held !== role), role]);
  }
  return roles;
}

function readPart(part: string): readonly [string, Role] {
  const middle = part.lastIndexOf('=');
  const [group, role] = [part.slice(0, Math.max(0, middle)).trim(), part.slice(middle + 1).trim()];
  if (group === '')
    throw new RangeError(`„${part}“ ist keine Zuordnung; erwartet wird „gruppe=rolle“`);
  if (!isRole(role) || !GIVEN.includes(role)) {
    throw new RangeError(`die Rolle „${role}“ gibt kein Verzeichnis; möglich: ${GIVEN.join(', ')}`);
  }
  return [group, role];
}

/**
 * The roles that follow from somebody's groups, in the order of `ROLES`. Groups that nobody assigned
 * give nothing, so the answer may be empty: then the person may not sign in.
 *
 * @throws DirectoryRolesApart if one person may not hold them together (R31)
 */
export function rolesOfGroups(groups: readonly string[], given: GroupRoles): readonly Role[] {
  const held = new Set(groups.flatMap((group) => given.get(group) ?? []));
  const roles = ROLES.filter((role) => held.has(role));
  if (roles.length > 0 && !rolesTogether(roles)) {
    throw new DirectoryRolesApart({ roles: roles.join(', ') });
  }
  return roles;
}

/** @throws DirectoryNoRole if none follows from somebody's groups */
export function ensureSomeRole(roles: readonly Role[]): void {
  if (roles.length === 0) throw new DirectoryNoRole({});
}
