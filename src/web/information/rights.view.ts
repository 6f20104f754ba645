import type { AccessTable } from '../../identity/access/access-table.js';
import type { AccessRow, Reach } from '../../identity/access/access.types.js';
import { ROLES, type Role } from '../../identity/identity.js';
import { BLANK, cell, row, type RowView, type TableView } from '../components/table.js';
import { ROLE_NAMES } from '../shell/person.view.js';

/** What people do, by area, each with the route that the table of rights is asked about. */
const ACTS: readonly (readonly [area: string, acts: Readonly<Record<string, string>>])[] = [
  [
    'Bescheide',
    {
      'GET /bescheide': 'ansehen',
      'FORM bescheid': 'eintragen und berichtigen',
      'POST /bescheide/:id/zuruecknehmen': 'zurücknehmen',
      'POST /bescheide/:id/weitergabe': 'in die Verträge weitergeben',
    },
  ],
  [
    'Verträge',
    {
      'GET /vertraege/:id': 'ansehen und vergleichen',
      'FORM vertrag': 'eintragen',
      'FORM fassung': 'Änderungen entwerfen',
      'POST /vertraege/:id/fassungen/:nr/:schritt': 'versenden und Unterschriften eintragen',
      'POST /vertraege/:id/kuendigung': 'Kündigung eintragen',
      'GET /vertraege/:id/unterlagen': 'Unterlagen ansehen',
      'POST /vertraege/:id/unterlagen/neu': 'Unterlagen ablegen',
    },
  ],
  [
    'Partner',
    {
      'GET /partner': 'Liste ansehen',
      'GET /partner/:id': 'Angaben ansehen',
      'FORM partner': 'eintragen und berichtigen',
    },
  ],
  [
    'Stellen und Ansprüche',
    {
      'GET /stellen': 'Stellen ansehen',
      'FORM stelle': 'Stellen eintragen und berichtigen',
      'GET /besetzungen': 'Besetzungen ansehen',
      'FORM besetzung': 'Besetzungen melden und berichtigen',
      'GET /ansprueche': 'Ansprüche und Rechenblätter ansehen',
    },
  ],
  [
    'Buchhaltung',
    {
      'GET /buch': 'Buch und Konten ansehen',
      'POST /buch/von-hand': 'von Hand buchen',
      'POST /buch/:id/storno': 'stornieren',
      'POST /buch/:id/gegenzeichnen': 'gegenzeichnen, was von Hand gebucht ist',
      'POST /konten/:konto/sachkonto': 'Sachkonten pflegen',
      'POST /abschluesse/abschliessen': 'Monate abschließen',
      'GET /uebernahme': 'Übernahme ansehen',
      'FORM uebernahme': 'Übernahme eintragen',
    },
  ],
  [
    'Zugang',
    {
      'GET /verwaltung': 'Konten von Personen ansehen',
      'POST /verwaltung/einladen': 'Personen einladen, Rollen ändern, Konten schließen',
      'POST /kolleginnen/einladen': 'Kolleginnen und Kollegen einladen (nur die Leitung)',
      'POST /zugangsschluessel/neu': 'Zugangsschlüssel für Programme anlegen',
      'POST /zugangsschluessel/:id/zustimmen': 'einem Zugangsschlüssel zustimmen',
      'GET /verwaltung/vertretungen': 'Vertretungen ansehen',
      'POST /verwaltung/vertretungen': 'Vertretungen eintragen (eigene: für die eigene Rolle)',
      'POST /verwaltung/notzugang': 'einen Notzugang beantragen, ihm zustimmen (zwei Personen)',
    },
  ],
  [
    'Prüfung',
    {
      'GET /protokoll': 'Protokoll ansehen',
      'GET /ausnahmen': 'Ausnahmen ansehen',
    },
  ],
];

/** The routes that the page tells of. */
export const TOLD_ROUTES: readonly string[] = ACTS.flatMap(([, acts]) => Object.keys(acts));

/** "Wer darf was": the table of rights in words, for everybody who has signed in. */
export function rightsTable(table: AccessTable, own: readonly Role[]): TableView {
  const role = (name: Role): string => ROLE_NAMES[name] + (own.includes(name) ? ' (Sie)' : '');
  return {
    id: 'rechte',
    caption: 'Wer was darf',
    columns: [{ label: 'Was' }, ...ROLES.map((name) => ({ label: role(name) }))],
    rows: ACTS.flatMap(([area, acts]) => [
      row([cell(area)], 'group'),
      ...Object.entries(acts).flatMap(([route, act]) => actRow(table.row(route), act)),
    ]),
    footer: [],
    phone: 'pairs',
  };
}

function actRow(known: AccessRow | undefined, act: string): readonly RowView[] {
  if (known === undefined) return [];
  return [row([cell(act), ...ROLES.map((name) => reachCell(known.rights[name]))])];
}

function reachCell(reach: Reach | undefined) {
  if (reach === undefined) return BLANK;
  return cell(reach === 'any' ? 'alle' : 'eigene');
}
