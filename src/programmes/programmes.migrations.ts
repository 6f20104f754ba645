import { ProgrammesTables2026112100020 } from './migrations/0001-programmes-tables.js';

export const programmesMigrations = [ProgrammesTables2026112100020] as const;
