import { openRows, rows } from './rights.js';

/** The own session and what was typed in it; whose kept inputs are, `HeldForms` looks itself. */
export const SESSION_ROWS = [
  ...openRows(['GET /sitzung']),
  ...rows(
    {},
    [
      'POST /sitzung',
      'GET /sitzung/fortgesetzt',
      'GET /eingaben/:id',
      'POST /eingaben/:id/verwerfen',
    ],
    { isForAll: true },
  ),
];
