import { rows } from './rights.js';

/** What was done, and what was done otherwise than the rules want: for those who look at it. */
export const AUDIT_ROWS = [
  ...rows({ auditor: 'any', controller: 'any', administrator: 'any' }, ['GET /protokoll']),
];
