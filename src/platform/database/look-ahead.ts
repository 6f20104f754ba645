import { strict as assert } from 'node:assert';
import { TypeormTx } from './typeorm-tx.js';
import type { Tx } from './unit-of-work.js';

/**
 * Runs `work` inside a transaction and takes just that back: what it would be refused for stops the
 * transaction, what it would write is not written, what it puts off is not done.
 */
export async function lookAhead(tx: Tx, work: () => Promise<void>): Promise<void> {
  assert(tx instanceof TypeormTx);
  const forget = tx.checkpoint();
  await tx.run('savepoint look_ahead');
  await work();
  await tx.run('rollback to savepoint look_ahead');
  await tx.run('release savepoint look_ahead');
  forget();
}
