import type { Organisation } from '../organisations.js';
import type { NewPerson } from './record-person.use-case.js';

/** The password of all demo accounts: printed at the start, worth nothing anywhere else. */
export const DEMO_PASSWORD = 'zum Ausprobieren im Beispielbuch';

/** Made-up people of the office: one per role, two where four eyes need them. */
const OFFICE: readonly NewPerson[] = [
  office('Sabine Vogt', 'sachbearbeitung', 'officer'),
  office('Martin Krüger', 'anordnung-1', 'approver'),
  office('Elif Aydın', 'anordnung-2', 'approver'),
  office('Petra Lange', 'kasse-1', 'treasury'),
  office('Jonas Weber', 'kasse-2', 'treasury'),
  office('Katrin Schulte', 'controlling', 'controller'),
  office('Dr. Henning Brandt', 'pruefung', 'auditor'),
  office('Aylin Demir', 'verwaltung-1', 'administrator'),
  office('Tobias Hoffmann', 'verwaltung-2', 'administrator'),
];

function office(name: string, box: string, role: NewPerson['roles'][number]): NewPerson {
  return { name, mail: `${box}@kreis-unna.example`, roles: [role] };
}

/** The demo accounts that an example book should have: the office's, and one per partner. */
export function demoPeople(partners: readonly Organisation[]): readonly NewPerson[] {
  return [
    ...OFFICE,
    ...partners.map(({ id, name }): NewPerson => {
      const mail = `leitung@${id}.example`;
      return { name: `Leitung ${name}`, mail, roles: ['partner'], partnerId: id, isLead: true };
    }),
  ];
}
