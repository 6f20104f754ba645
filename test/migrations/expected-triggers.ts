import type { Engine } from '../../src/platform/database/engine.js';

/**
 * The triggers beside those of append-only tables, by module. A migration that adds one adds it
 * here; one that is missing here, or in the database, fails the test: on SQLite a rebuilt table
 * loses its triggers without a word.
 */
export const OTHER_TRIGGERS: Readonly<Record<string, Readonly<Record<Engine, readonly string[]>>>> =
  {
    capacity: {
      sqlite: ['capacity_movement_counted', 'capacity_movement_within_grant'],
      postgres: ['capacity_movement_within_grant'],
    },
  };
