import { CapacityTables2026112100002 } from './migrations/0001-capacity-tables.js';

export const capacityMigrations = [CapacityTables2026112100002] as const;
