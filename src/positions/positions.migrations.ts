import { Positions2026112100301 } from './migrations/0001-positions.js';

export const positionsMigrations = [Positions2026112100301] as const;
