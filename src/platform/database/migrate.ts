import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { databaseCode } from './database-failure.js';
import { engineOf } from './engine.js';

/** What PostgreSQL says to the second of two instances that set up the same book at once. */
const OUTPACED = new Set(['23505', '42P07', '42710', '42701', '42723', '40001', '40P01', 'XX000']);
const ATTEMPTS_MAX = 20;
const PAUSE_MS = 250;

/**
 * Brings the tables of the book to the state of this version, each step in its own transaction.
 * Several instances may start together: who is outpaced looks again.
 */
export async function migrate(writer: DataSource): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await writer.runMigrations({ transaction: 'each' });
      break;
    } catch (error) {
      const outpaced = OUTPACED.has(databaseCode(error) ?? '');
      if (engineOf(writer) === 'sqlite' || !outpaced || attempt >= ATTEMPTS_MAX) throw error;
      await pause(PAUSE_MS);
    }
  }
  // From here on a busy file is waited for without stopping the process: see SqliteUnitOfWork.
  if (engineOf(writer) === 'sqlite') await writer.query('PRAGMA busy_timeout = 0');
}
