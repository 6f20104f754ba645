import type { Instant } from '../../src/domain/calendar/instant.js';
import { allChained } from '../../src/ledger/chain/all-chained.js';
import type { Reader } from '../../src/platform/database/reader.js';

/** Until all that was entered has its place in the chain: on PostgreSQL that takes milliseconds. */
export function chainedIn(reader: Reader): Promise<void> {
  return allChained(reader, '2199-12-31T00:00:00.000Z' as Instant);
}
