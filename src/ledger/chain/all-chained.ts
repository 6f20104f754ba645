import { setTimeout as pause } from 'node:timers/promises';
import { decodeTime } from 'ulid';
import type { Instant } from '../../domain/calendar/instant.js';
import type { Reader } from '../../platform/database/reader.js';
import { NotYetChained } from '../ledger.errors.js';

const PATIENCE_MS = 2_000;
const PAUSE_MS = 10;

/**
 * Waits until nothing that was made by `knownAt` waits for its place in the chain: what the book
 * knew at that instant does not change any more. What comes in while it waits is not waited for.
 * @throws NotYetChained after two seconds
 */
export async function allChained(reader: Pick<Reader, 'all'>, knownAt: Instant): Promise<void> {
  let last: string | undefined;
  for (let waited = 0; ; waited += PAUSE_MS) {
    const [waiting] = await reader.all<{ oldest: string | null; newest: string | null }>(
      'select min(item_id) as oldest, max(item_id) as newest from ledger_unchained',
    );
    if (waiting?.oldest == null || waiting.newest == null) return;
    last ??= waiting.newest;
    if (waiting.oldest > last || decodeTime(waiting.oldest) > Date.parse(knownAt)) return;
    if (waited >= PATIENCE_MS) throw new NotYetChained({});
    await pause(PAUSE_MS);
  }
}
