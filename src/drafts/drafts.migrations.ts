import { Drafts2026112100601 } from './migrations/0001-drafts.js';

export const draftsMigrations = [Drafts2026112100601] as const;
