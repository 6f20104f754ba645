import { openRows, rows } from './rights.js';

/** The further ways in, and what everybody does with their own account. */
export const ACCOUNT_ROWS = [
  ...openRows([
    'GET /anmelden/zweiter-faktor',
    'POST /anmelden/zweiter-faktor',
    'POST /anmelden/verzeichnis',
    'GET /anmelden/verzeichnis/antwort',
  ]),
  ...rows(
    {},
    [
      'GET /konto',
      'GET /konto/passwort',
      'POST /konto/passwort',
      'GET /konto/zweiter-faktor/:schritt',
      'POST /konto/zweiter-faktor/:schritt',
      'POST /konto/sitzungen',
      'GET /konto/hinweise',
      'POST /konto/hinweise',
    ],
    { isForAll: true, isPersonal: true },
  ),
  ...rows(
    {},
    [
      'GET /konto/zweiter-faktor',
      'POST /konto/zweiter-faktor',
      'POST /konto/zweiter-faktor/bestaetigen',
    ],
    { isForAll: true, isPersonal: true, isBeforeFactor: true },
  ),
];
