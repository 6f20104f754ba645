import { READS_AND_OWN, rows } from './rights.js';

const CONTRACT = { object: { kind: 'contract', at: 'id' } } as const;
const LINE = { object: { kind: 'line', at: 'line' } } as const;
const PARTNER = { object: { kind: 'partner', at: 'id' } } as const;

/** What partners read of contracts, pages and interface alike: what they signed, and their own lines. */
export const CONTRACT_ROWS = [
  ...rows(READS_AND_OWN, [
    'GET /vertraege',
    'GET /zeilen',
    'GET /api/v1/contracts',
    'GET /api/v1/lines',
  ]),
  ...rows(
    READS_AND_OWN,
    [
      'GET /vertraege/:id',
      'GET /vertraege/:id/vergleich',
      'GET /vertraege/:id/unterlagen',
      'GET /vertraege/:id/unterlagen/:unterlage/datei',
      'GET /api/v1/contracts/:id',
      'GET /api/v1/contracts/:id/lines',
      'GET /api/v1/contracts/:id/differences',
      'GET /api/v1/contracts/:id/versions/:number',
      'GET /api/v1/contracts/:id/documents',
      'GET /api/v1/contracts/:id/documents/:document',
      'GET /api/v1/contracts/:id/documents/:document/file',
    ],
    CONTRACT,
  ),
  ...rows(
    READS_AND_OWN,
    [
      'GET /vertraege/:id/zeilen/:line/anspruch/:jahr',
      'GET /vertraege/:id/zeilen/:line/anspruch/:jahr.pdf',
    ],
    LINE,
  ),
  ...rows(READS_AND_OWN, ['GET /partner/:id', 'GET /api/v1/partners/:id'], PARTNER),
];
