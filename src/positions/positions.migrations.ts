import { Positions2026112100301 } from './migrations/0001-positions.js';
import { OccupanciesOfAPerson2026112100302 } from './migrations/0002-occupancies-of-a-person.js';

export const positionsMigrations = [
  Positions2026112100301,
  OccupanciesOfAPerson2026112100302,
] as const;
