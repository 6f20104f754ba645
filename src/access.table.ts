import { ACCOUNT_ROWS } from './access/account.rows.js';
import { ADMINISTRATION_ROWS } from './access/administration.rows.js';
import { API_ROWS } from './access/api.rows.js';
import { AUDIT_ROWS } from './access/audit.rows.js';
import { CONTRACT_ROWS } from './access/contracts.rows.js';
import { FORM_ROWS } from './access/forms.rows.js';
import { FOUR_EYES_ROWS } from './access/four-eyes.rows.js';
import { OPEN_ROWS } from './access/open.rows.js';
import { PAGE_ROWS } from './access/pages.rows.js';
import { POSITION_ROWS } from './access/positions.rows.js';
import { SESSION_ROWS } from './access/session.rows.js';
import { AccessTable } from './identity/access/access-table.js';

/**
 * Who may do what: one row per route. The guard reads this table, the tests walk through it, and a
 * route without a row stops the start.
 */
export const ACCESS_TABLE = new AccessTable([
  ...OPEN_ROWS,
  ...PAGE_ROWS,
  ...CONTRACT_ROWS,
  ...POSITION_ROWS,
  ...FORM_ROWS,
  ...API_ROWS,
  ...ADMINISTRATION_ROWS,
  ...AUDIT_ROWS,
  ...ACCOUNT_ROWS,
  ...FOUR_EYES_ROWS,
  ...SESSION_ROWS,
]);
