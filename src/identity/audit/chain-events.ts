import {
  isUniqueViolation,
  TransactionOutpaced,
} from '../../platform/database/database-failure.js';
import { CHAINED_AT_ONCE } from '../../platform/database/chain-follower.js';
import { insertions } from '../../platform/database/insert-rows.js';
import { marksFor } from '../../platform/database/marks.js';
import type { SqlValue, Tx } from '../../platform/database/unit-of-work.js';
import { CHAINED_COLUMNS, eventHash, NO_EVENT, type ChainedEvent } from './audit-chain.rules.js';
import { AUDIT_CHAIN_BROKEN } from '../migrations/second-guard-triggers.js';

interface Head {
  readonly sequence: string | number;
  readonly hash: string;
}

/**
 * Gives the oldest events that wait their place. Of two instances that do so at once the place is
 * only free for one; the other one is run again.
 *
 * @returns how many; fewer than {@link CHAINED_AT_ONCE}: nothing waits any more
 */
export async function chainEvents(tx: Tx): Promise<number> {
  const columns = CHAINED_COLUMNS.map((column) => `e.${column}`).join(', ');
  const events = await tx.all<ChainedEvent>(
    `select ${columns} from audit_unchained u join audit_event e on e.id = u.event_id
     order by u.event_id limit ${CHAINED_AT_ONCE}`,
  );
  if (events.length === 0) return 0;
  const [head] = await tx.all<Head>(
    'select sequence, hash from audit_chain order by sequence desc limit 1',
  );
  let [sequence, previousHash] = [Number(head?.sequence ?? 0), head?.hash ?? NO_EVENT];
  const rows = events.map((event): SqlValue[] => {
    const place = { sequence: sequence + 1, previousHash };
    const hash = eventHash(event, place);
    [sequence, previousHash] = [place.sequence, hash];
    return [place.sequence, event.id, place.previousHash, hash];
  });
  await tx.together(insertions('audit_chain', CHAIN_COLUMNS, rows)).catch(outpaced);
  await tx.run(
    `delete from audit_unchained where event_id in (${marksFor(events)})`,
    events.map(({ id }) => id),
  );
  return events.length;
}

const CHAIN_COLUMNS = ['sequence', 'event_id', 'previous_hash', 'hash'];

/** @throws TransactionOutpaced if another instance took the place meanwhile */
function outpaced(error: unknown): never {
  throw isUniqueViolation(error) || String(error).includes(AUDIT_CHAIN_BROKEN)
    ? new TransactionOutpaced('chained meanwhile', { cause: error })
    : error;
}
