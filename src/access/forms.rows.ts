import { OFFICERS, rows } from './rights.js';

/** Drafts, and the forms that they belong to. */
export const FORM_ROWS = [
  ...rows(OFFICERS, [
    'GET /entwuerfe',
    'POST /entwuerfe',
    'GET /entwuerfe/offen',
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
  ]),
];
