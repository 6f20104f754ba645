import { CapacityTables2026112100002 } from './migrations/0001-capacity-tables.js';
import { MovementsOfAnAccount2026112100802 } from './migrations/0002-movements-of-an-account.js';

export const capacityMigrations = [
  CapacityTables2026112100002,
  MovementsOfAnAccount2026112100802,
] as const;
