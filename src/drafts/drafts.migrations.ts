import { Drafts2026112100601 } from './migrations/0001-drafts.js';
import { DraftsOfASide2026112212601 } from './migrations/0002-drafts-of-a-side.js';

export const draftsMigrations = [Drafts2026112100601, DraftsOfASide2026112212601] as const;
