import { Contracts2026112100201 } from './migrations/0001-contracts.js';

export const contractsMigrations = [Contracts2026112100201] as const;
