import type { Organisation } from '../../identity/organisations.js';
import type { Person } from '../../identity/people/people.queries.js';
import { ROLES, type Role } from '../../identity/identity.js';
import { ROLE_NAMES } from '../shell/person.view.js';

/** What each role comes to do, for whoever tries the example book. */
const TASKS: Readonly<Record<Role, string>> = {
  officer: 'Führt Bescheide, Verträge und Stellen und trägt ein, was sich ändert.',
  approver: 'Prüft, was andere eingetragen haben, und ordnet es an.',
  treasury: 'Zahlt aus, bucht Eingänge und schließt Monate ab.',
  controller: 'Verfolgt, was gebunden, ausgegeben und gefährdet ist.',
  partner: 'Sieht die Verträge, Stellen und Ansprüche der eigenen Organisation, sonst nichts.',
  auditor: 'Liest alles und ändert nichts.',
  administrator: 'Verwaltet Konten und Rechte, sieht aber keine Fälle.',
};

/** A button that signs somebody in. */
interface DemoButton {
  readonly id: string;
  readonly label: string;
}

interface DemoRole {
  readonly title: string;
  readonly task: string;
  readonly people: readonly DemoButton[];
}

/** "Beispielbuch ausprobieren": whom one may be, by what they do. */
export interface DemoChoiceView {
  readonly office: readonly DemoRole[];
  readonly partnerTask: string;
  readonly partners: readonly DemoButton[];
}

/** The demo accounts in groups; undefined where there are none. */
export function demoChoice(
  people: readonly Person[],
  organisations: readonly Organisation[],
): DemoChoiceView | undefined {
  const demo = people.filter(({ kind, isClosed }) => kind === 'demo' && !isClosed);
  if (demo.length === 0) return undefined;
  const names = new Map(organisations.map(({ id, name }) => [id, name]));
  const office = ROLES.filter((role) => role !== 'partner').map((role) => ({
    title: ROLE_NAMES[role],
    task: TASKS[role],
    people: demo
      .filter(({ roles }) => roles[0] === role)
      .map(({ id, name, roles }) => ({
        id,
        label: roles.length > 1 ? withRoles(name, roles) : name,
      })),
  }));
  return {
    office: office.filter((group) => group.people.length > 0),
    partnerTask: TASKS.partner,
    partners: demo
      .filter(({ partnerId }) => partnerId !== undefined)
      .map((person) => ({ id: person.id, label: partnerLabel(person, names) }))
      .toSorted((one, other) => one.label.localeCompare(other.label, 'de')),
  };
}

function withRoles(name: string, roles: readonly Role[]): string {
  return `${name} (${roles.map((role) => ROLE_NAMES[role]).join(', ')})`;
}

/** The organisation by itself stands for its lead person. */
function partnerLabel(
  { name, partnerId = '', isLead }: Person,
  organisations: ReadonlyMap<string, string>,
): string {
  const organisation = organisations.get(partnerId) ?? partnerId;
  return isLead ? organisation : `${organisation}, ${name}`;
}
