import type { Person } from '../../identity/people/people.queries.js';
import { DEMO_PASSWORD } from '../../identity/identity.js';
import { paths } from '../paths.js';
import { ROLE_NAMES } from '../shell/person.view.js';

const GAP = 3;

/**
 * The accounts of an example book as they are printed when the service starts; '' where there are
 * none.
 *
 * @param url where people reach the service
 */
export function demoTable(people: readonly Person[], url: string): string {
  const rows = people
    .filter(({ kind, isClosed, mail }) => kind === 'demo' && !isClosed && mail !== undefined)
    .map(({ roles, name, mail = '' }) => [
      roles.map((role) => ROLE_NAMES[role]).join(', '),
      name,
      mail,
    ]);
  if (rows.length === 0) return '';
  const widths = [0, 1].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)) + GAP);
  const lines = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(''));
  return [
    'Beispielbuch mit Demo-Konten; alle Personen sind erfunden.',
    `Anmelden mit einem Klick: ${url}${paths.signIn()}`,
    `Oder mit Mailadresse und Passwort; das Passwort ist für alle: ${DEMO_PASSWORD}`,
    '',
    ...lines.map((line) => `  ${line}`),
    '',
    '',
  ].join('\n');
}
