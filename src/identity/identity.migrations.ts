import { People2026112212001 } from './migrations/0001-people.js';

export const identityMigrations = [People2026112212001] as const;
