import type { Rights } from '../identity/access/access.types.js';
import { rows } from './rights.js';

const ADMINISTRATORS: Rights = { administrator: 'any' };
/** Who has which rights is part of what auditors look at. */
const ADMINISTRATORS_AND_AUDITORS: Rights = { administrator: 'any', auditor: 'any' };

/** People, the keys of programs, and what partners do for their own colleagues. */
export const ADMINISTRATION_ROWS = [
  ...rows(ADMINISTRATORS_AND_AUDITORS, ['GET /verwaltung', 'GET /verwaltung/aenderungen/:id'], {
    sensitive: 'names',
  }),
  ...rows(ADMINISTRATORS_AND_AUDITORS, ['GET /verwaltung/personen/:id'], {
    sensitive: 'names',
    object: { kind: 'person', at: 'id' },
  }),
  ...rows(
    ADMINISTRATORS,
    [
      'GET /verwaltung/einladen',
      'POST /verwaltung/einladen',
      'GET /verwaltung/personen/:id/:schritt',
      'POST /verwaltung/personen/:id/:schritt',
      'POST /verwaltung/aenderungen/:id/bestaetigen',
      'POST /verwaltung/aenderungen/:id/ablehnen',
      'GET /zugangsschluessel/neu',
      'POST /zugangsschluessel/neu',
    ],
    { isPersonal: true },
  ),
  ...rows({ ...ADMINISTRATORS_AND_AUDITORS, approver: 'any' }, [
    'GET /zugangsschluessel',
    'GET /zugangsschluessel/:id',
  ]),
  ...rows(
    { approver: 'any' },
    ['GET /zugangsschluessel/:id/zustimmen', 'POST /zugangsschluessel/:id/zustimmen'],
    { isPersonal: true },
  ),
  ...rows(
    { ...ADMINISTRATORS, approver: 'any' },
    ['GET /zugangsschluessel/:id/beenden', 'POST /zugangsschluessel/:id/beenden'],
    { isPersonal: true },
  ),
  ...rows(
    { partner: 'own' },
    ['GET /kolleginnen', 'GET /kolleginnen/einladen', 'POST /kolleginnen/einladen'],
    { isPersonal: true },
  ),
  ...rows({ partner: 'own' }, ['GET /kolleginnen/:id/:schritt', 'POST /kolleginnen/:id/:schritt'], {
    isPersonal: true,
    object: { kind: 'person', at: 'id' },
  }),
];
