import type { Instant } from '../../src/domain/calendar/instant.js';
import { allChained } from '../../src/ledger/chain/all-chained.js';
import { NotYetChained } from '../../src/ledger/ledger.errors.js';
import type { Reader } from '../../src/platform/database/reader.js';

/**
 * Until all that was entered has its place in the chain, however long that takes: on PostgreSQL it
 * follows the commit. Wait before the clock is moved: a place bears the time at which it was given.
 */
export async function chainedIn(reader: Reader): Promise<void> {
  for (;;) {
    try {
      await allChained(reader, '2199-12-31T00:00:00.000Z' as Instant);
      return;
    } catch (error) {
      if (!(error instanceof NotYetChained)) throw error;
    }
  }
}
