import { People2026112212001 } from './migrations/0001-people.js';
import { OneTimeLinks2026112212101 } from './migrations/0002-one-time-links.js';
import { AttemptLimits2026112212102 } from './migrations/0003-attempt-limits.js';
import { ApiTokens2026112212201 } from './migrations/0021-api-tokens.js';
import { HeldForms2026112212601 } from './migrations/0061-held-forms.js';

export const identityMigrations = [
  People2026112212001,
  OneTimeLinks2026112212101,
  AttemptLimits2026112212102,
  ApiTokens2026112212201,
  HeldForms2026112212601,
] as const;
