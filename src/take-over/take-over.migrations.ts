import { TakeOver2026112111001 } from './migrations/0001-take-over.js';

export const takeOverMigrations = [TakeOver2026112111001] as const;
