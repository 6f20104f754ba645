import type { AccessRow, Rights } from '../identity/access/access.types.js';

/** The grant office, the treasury and the auditors look at every case. */
export const OFFICE_READS: Rights = {
  officer: 'any',
  approver: 'any',
  treasury: 'any',
  controller: 'any',
  auditor: 'any',
};

/** "Sachbearbeitung": whoever keeps the cases. */
export const OFFICERS: Rights = { officer: 'any' };

/** What the office looks at as a whole, and a partner's people as far as it is theirs. */
export const READS_AND_OWN: Rights = { ...OFFICE_READS, partner: 'own' };

/** What the office keeps, and a partner's people tell of their own. */
export const OFFICERS_AND_OWN: Rights = { ...OFFICERS, partner: 'own' };

/** A row for several routes of the same rights. */
export function rows(
  rights: Rights,
  routes: readonly string[],
  more: Omit<AccessRow, 'route' | 'rights'> = {},
): readonly AccessRow[] {
  return routes.map((route) => ({ route, rights, ...more }));
}

/** Routes for whoever comes by. */
export function openRows(routes: readonly string[]): readonly AccessRow[] {
  return rows({}, routes, { isOpen: true });
}
