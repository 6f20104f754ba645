import type { DatabaseModuleOptions } from './platform/database/database.module.js';
import { platformEntities } from './platform/database/platform.entities.js';
import { platformMigrations } from './platform/database/platform.migrations.js';

/** The tables of all modules, and how they came to be: each module contributes its lists. */
export const ENTITIES: DatabaseModuleOptions['entities'] = [...platformEntities];

export const MIGRATIONS: DatabaseModuleOptions['migrations'] = [...platformMigrations];

/** What the database refuses by itself, and what that means to people. */
export const REFUSALS: DatabaseModuleOptions['refusals'] = [];
