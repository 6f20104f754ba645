import { PlatformTables2026112100001 } from './migrations/0001-platform-tables.js';
import { Book2026112100003 } from './migrations/0002-book.js';
import { BookUpgrades2026112110500 } from './migrations/0003-book-upgrades.js';
import { ClusteredTables2026112111000 } from './migrations/0004-clustered-tables.js';

/**
 * Each module lists its migrations like this, and `src/app.entities.ts` joins the lists. The 13
 * digits at the end of a class name order them over all modules: the day and a running number.
 */
export const platformMigrations = [
  PlatformTables2026112100001,
  Book2026112100003,
  BookUpgrades2026112110500,
  ClusteredTables2026112111000,
] as const;
