import { Audit2026112212301 } from './migrations/0004-audit.js';
import { People2026112212001 } from './migrations/0001-people.js';

export const identityMigrations = [People2026112212001, Audit2026112212301] as const;
