import { FourEyes2026112212401 } from './migrations/0010-four-eyes.js';
import { Audit2026112212301 } from './migrations/0004-audit.js';
import { People2026112212001 } from './migrations/0001-people.js';
import { OneTimeLinks2026112212101 } from './migrations/0002-one-time-links.js';
import { AttemptLimits2026112212102 } from './migrations/0003-attempt-limits.js';
import { ApiTokens2026112212201 } from './migrations/0021-api-tokens.js';
import { SecondFactors2026112212501 } from './migrations/0051-second-factors.js';
import { DirectorySignIns2026112212502 } from './migrations/0052-directory-sign-ins.js';
import { HeldForms2026112212602 } from './migrations/0061-held-forms.js';
import { AccountChanges2026112212701 } from './migrations/0071-account-changes.js';
import { DeputiesByTwo2026112212702 } from './migrations/0072-deputies-by-two.js';
import { SecondGuards2026112212801 } from './migrations/0081-second-guards.js';
import { SealedFactors2026112213101 } from './migrations/0091-sealed-factors.js';

export const identityMigrations = [
  People2026112212001,
  OneTimeLinks2026112212101,
  AttemptLimits2026112212102,
  ApiTokens2026112212201,
  SecondFactors2026112212501,
  DirectorySignIns2026112212502,
  FourEyes2026112212401,
  Audit2026112212301,
  HeldForms2026112212602,
  AccountChanges2026112212701,
  DeputiesByTwo2026112212702,
  SecondGuards2026112212801,
  SealedFactors2026112213101,
] as const;
