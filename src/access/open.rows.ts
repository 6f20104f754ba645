import { openRows, rows } from './rights.js';

/** What holds no data of the book, and the way in. */
export const OPEN_ROWS = [
  ...openRows([
    'GET /assets/*',
    'GET /rechner',
    'GET /rechner/anteil',
    'GET /rechner/frist',
    'GET /rechner/zins',
    'GET /rechner/aufteilung',
    'GET /barrierefreiheit',
    'GET /begriffe',
    'GET /datenschutz',
    'GET /impressum',
    'GET /anmelden',
    'POST /anmelden',
    'POST /anmelden/demo',
    'GET /passwort-vergessen',
    'POST /passwort-vergessen',
    'GET /passwort-vergessen/gesendet',
    'GET /einladung/:geheimnis',
    'POST /einladung/:geheimnis',
    'GET /passwort/:geheimnis',
    'POST /passwort/:geheimnis',
    'GET /api/docs',
    'GET /api/docs/openapi.json',
    'POST /api/v1/calculations/entitlement',
    'POST /api/v1/calculations/deadline',
    'POST /api/v1/calculations/interest',
    'POST /api/v1/calculations/split',
  ]),
  ...rows({}, ['POST /abmelden'], { isForAll: true }),
];
