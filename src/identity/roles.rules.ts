/** What somebody may come to do; the table of rights says what each of them may. */
export const ROLES = [
  'officer',
  'approver',
  'treasury',
  'controller',
  'partner',
  'auditor',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];

/** Roles of the grant office that one person may hold together: four eyes still look at each case. */
const TOGETHER: ReadonlySet<Role> = new Set(['officer', 'approver', 'controller']);

/**
 * Whether one person may hold these roles. The treasury pays and never orders (§ 31 KomHVO NRW); an
 * administrator has no rights in cases (§ 28 Abs. 5 Nr. 10 KomHVO NRW); an auditor changes nothing; a
 * partner is the other side.
 */
export function rolesTogether(roles: readonly Role[]): boolean {
  const held = new Set(roles);
  if (held.size !== roles.length || held.size === 0) return false;
  return held.size === 1 || [...held].every((role) => TOGETHER.has(role));
}

export function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word);
}
