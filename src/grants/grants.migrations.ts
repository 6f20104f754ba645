import { Notices2026112100101 } from './migrations/0001-notices.js';
import { AmendingAndFollowing2026112100502 } from './migrations/0002-amending-and-following.js';

export const grantsMigrations = [Notices2026112100101, AmendingAndFollowing2026112100502] as const;
