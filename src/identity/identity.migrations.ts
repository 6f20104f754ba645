import { FourEyes2026112212401 } from './migrations/0010-four-eyes.js';
import { People2026112212001 } from './migrations/0001-people.js';

export const identityMigrations = [People2026112212001, FourEyes2026112212401] as const;
