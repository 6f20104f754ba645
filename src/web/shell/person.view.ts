import { isPerson, type Acting, type Role } from '../../identity/identity.js';

/** How each role is called on a page. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  officer: 'Sachbearbeitung',
  approver: 'Anordnung',
  treasury: 'Kasse',
  controller: 'Controlling',
  partner: 'Weiterleitungsempfänger',
  auditor: 'Prüfung',
  administrator: 'Verwaltung der Konten',
};

/** Who has signed in, as the head of each page says. */
export interface PersonView {
  readonly name: string;
  readonly roles: string;
}

/** Undefined for somebody who has not signed in. */
export function personView({ ref, name, roles, ...who }: Acting): PersonView | undefined {
  if (who.lacksSecondFactor) return { name, roles: 'noch ohne zweiten Faktor' };
  if (roles.length === 0) {
    return isPerson(ref) ? { name, roles: 'noch ohne Rolle' } : undefined;
  }
  return { name, roles: roles.map((role) => ROLE_NAMES[role]).join(', ') };
}
