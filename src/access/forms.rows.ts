import { OFFICERS, OFFICERS_AND_OWN, rows } from './rights.js';

const DRAFT = { object: { kind: 'draft', at: 'id' } } as const;

/** Drafts of the own side, and the forms that they belong to: "FORM stelle" is the form of that name. */
export const FORM_ROWS = [
  ...rows(OFFICERS_AND_OWN, ['GET /entwuerfe', 'POST /entwuerfe', 'GET /entwuerfe/offen']),
  ...rows(
    OFFICERS_AND_OWN,
    [
      'GET /entwuerfe/:id',
      'GET /entwuerfe/:id/verwerfen',
      'POST /entwuerfe/:id/verwerfen',
      'GET /entwuerfe/:id/fertig',
      'GET /entwuerfe/:id/:step',
      'POST /entwuerfe/:id/:step',
      'PUT /entwuerfe/:id/:step',
      'GET /entwuerfe/:id/pruefen',
      'POST /entwuerfe/:id/pruefen',
      'PUT /entwuerfe/:id/pruefen',
      'POST /entwuerfe/:id/eintragen',
      'GET /entwuerfe/:id/abgleich',
      'POST /entwuerfe/:id/abgleich',
    ],
    DRAFT,
  ),
  ...rows(OFFICERS, [
    'FORM bescheid',
    'FORM partner',
    'FORM vertrag',
    'FORM vertrag-kopf',
    'FORM fassung',
    'FORM stelle',
    'FORM verlagerung',
    'FORM uebernahme',
  ]),
  ...rows(OFFICERS_AND_OWN, ['FORM besetzung']),
];
