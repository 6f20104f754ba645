import { OFFICERS, OFFICERS_AND_OWN, READS_AND_OWN, rows } from './rights.js';

const POSITION = { object: { kind: 'position', at: 'id' } } as const;
const OCCUPANCY = { object: { kind: 'occupancy', at: 'id' } } as const;

/** Posts are planned, moved and corrected by the office; who fills them is told by their partner too. */
export const POSITION_ROWS = [
  ...rows(READS_AND_OWN, [
    'GET /stellen',
    'GET /besetzungen',
    'GET /ansprueche',
    'GET /api/v1/positions',
    'GET /api/v1/occupancies',
    'GET /api/v1/entitlements',
  ]),
  ...rows(
    READS_AND_OWN,
    [
      'GET /stellen/:id',
      'GET /stellen/:id/anspruch/:jahr',
      'GET /stellen/:id/anspruch/:jahr.pdf',
      'GET /api/v1/positions/:id',
      'GET /api/v1/positions/:id/revisions',
    ],
    POSITION,
  ),
  ...rows(READS_AND_OWN, ['GET /api/v1/occupancies/:id'], OCCUPANCY),
  ...rows(OFFICERS, [
    'GET /stellen/:id/zuruecknehmen',
    'POST /stellen/:id/zuruecknehmen',
    'POST /api/v1/positions',
    'PUT /api/v1/positions/:id',
    'DELETE /api/v1/positions/:id',
    'POST /api/v1/positions/:id/move',
    'POST /api/v1/positions/:id/move/preview',
  ]),
  ...rows(OFFICERS_AND_OWN, ['POST /api/v1/positions/:id/preview'], POSITION),
  ...rows(OFFICERS_AND_OWN, [
    'GET /besetzungen/einfuegen',
    'POST /besetzungen/einfuegen',
    'POST /besetzungen/einfuegen/eintragen',
    'GET /besetzungen/einfuegen/vorlage',
    'GET /besetzungen/einfuegen/fertig/:id',
    'POST /api/v1/occupancies',
    'POST /api/v1/occupancies/bulk',
    'POST /api/v1/occupancies/bulk/check',
  ]),
  ...rows(
    OFFICERS_AND_OWN,
    [
      'GET /besetzungen/:id/zuruecknehmen',
      'POST /besetzungen/:id/zuruecknehmen',
      'PUT /api/v1/occupancies/:id',
      'DELETE /api/v1/occupancies/:id',
    ],
    OCCUPANCY,
  ),
];
