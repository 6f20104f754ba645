import { Notices2026112100101 } from './migrations/0001-notices.js';

export const grantsMigrations = [Notices2026112100101] as const;
