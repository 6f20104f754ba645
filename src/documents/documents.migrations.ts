import { StoredFiles2026112100701 } from './migrations/0001-stored-files.js';

export const documentsMigrations = [StoredFiles2026112100701] as const;
