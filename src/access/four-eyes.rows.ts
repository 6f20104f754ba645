import type { Rights } from '../identity/access/access.types.js';
import { OFFICE_READS, rows } from './rights.js';

/** Whoever certifies and orders stands up for what was entered by hand, too. */
const APPROVERS: Rights = { approver: 'any' };

/** Administrators decide for all, people of the office for themselves. */
const DEPUTISING: Rights = {
  ...{ officer: 'own', approver: 'own', treasury: 'own', controller: 'own' },
  administrator: 'any',
};

/** Four eyes: countersigning, deputies, lent roles. */
export const FOUR_EYES_ROWS = [
  ...rows(OFFICE_READS, ['GET /buch/gegenzeichnen', 'GET /api/v1/ledger/countersignatures']),
  ...rows(
    APPROVERS,
    ['POST /buch/:id/gegenzeichnen', 'POST /api/v1/ledger/entries/:id/countersignature'],
    { isPersonal: true },
  ),
  ...rows({ ...DEPUTISING, auditor: 'any' }, ['GET /verwaltung/vertretungen']),
  ...rows(
    DEPUTISING,
    [
      'POST /verwaltung/vertretungen',
      'POST /verwaltung/vertretungen/:id/bestaetigen',
      'POST /verwaltung/vertretungen/:id/beenden',
    ],
    { isPersonal: true },
  ),
  ...rows({ administrator: 'any', auditor: 'any' }, ['GET /verwaltung/notzugang']),
  ...rows(
    { administrator: 'any' },
    [
      'POST /verwaltung/notzugang',
      'POST /verwaltung/notzugang/:id/zustimmen',
      'POST /verwaltung/notzugang/:id/beenden',
    ],
    { isPersonal: true },
  ),
];
