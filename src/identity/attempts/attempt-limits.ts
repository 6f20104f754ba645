import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { Clock } from '../../platform/clock/clock.js';
import { Reader } from '../../platform/database/reader.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { TooManyAttempts } from '../identity.errors.js';
import {
  afterAttempt,
  afterSuccess,
  blockedUntil,
  isUsedUp,
  LONGEST_SECONDS,
  type AttemptCount,
  type AttemptKind,
} from './attempt-limits.rules.js';

/** What an attempt is counted for. */
export interface Attempted {
  readonly kind: AttemptKind;
  /** The mail address that was typed, or the network that asked. */
  readonly of: string;
}

interface Counted {
  readonly kind: AttemptKind;
  readonly key: string;
  readonly next: AttemptCount;
}

/** Locks the row on PostgreSQL: whoever guesses in parallel is counted one by one. */
const COUNTED = `
  insert into attempt_limit (key, attempts, counted_at, blocked_until) values (?, 0, ?, null)
  on conflict (key) do update set key = excluded.key
  returning attempts as "attempts", counted_at as "countedAt", blocked_until as "blockedUntil"`;

/**
 * How often somebody may try: counted in the database, for all instances. An attempt counts before
 * it is looked at, so that a thousand at once are no more than one after the other.
 */
@Injectable()
export class AttemptLimits {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly reader: Reader,
  ) {}

  /**
   * Counts an attempt, for accounts first: of two at once neither waits for the other.
   *
   * @returns whether it is the last one for a while
   * @throws TooManyAttempts if it is not taken; then it does not count either
   */
  async count(...attempted: readonly Attempted[]): Promise<boolean> {
    return this.unitOfWork.note(async (tx) => {
      const counts: Counted[] = [];
      const waits: Instant[] = [];
      for (const { kind, of } of attempted) {
        const key = keyOf(kind, of);
        const [count] = await tx.all<AttemptCount>(COUNTED, [key, tx.at]);
        if (count === undefined) throw new Error('an upsert answers its row');
        const until = blockedUntil(count, tx.at);
        if (until !== undefined) waits.push(until);
        counts.push({ kind, key, next: afterAttempt(kind, count, tx.at) });
      }
      const until = waits.toSorted().at(-1);
      if (until !== undefined) throw new TooManyAttempts({ until });
      for (const { key, next } of counts) await write(tx, key, next);
      return counts.some(({ kind, next }) => isUsedUp(kind, next));
    });
  }

  /** Whether no attempt is taken just now; to ask counts as none. */
  async isBlocked({ kind, of }: Attempted): Promise<boolean> {
    const [count] = await this.reader.all<AttemptCount>(
      `select attempts as "attempts", counted_at as "countedAt", blocked_until as "blockedUntil"
       from attempt_limit where key = ?`,
      [keyOf(kind, of)],
    );
    return count !== undefined && blockedUntil(count, this.clock.now()) !== undefined;
  }

  /** The attempt was right: what was counted for it is taken back. Forgets what is long over. */
  async succeeded(...attempted: readonly Attempted[]): Promise<void> {
    await this.unitOfWork.note((tx) => this.clear(tx, ...attempted));
    const over = new Date(Date.parse(this.clock.now()) - LONGEST_SECONDS * 1000).toISOString();
    await this.unitOfWork.note((tx) =>
      tx.run('delete from attempt_limit where counted_at < ?', [over]),
    );
  }

  /** The same inside of another command. */
  async clear(tx: Tx, ...attempted: readonly Attempted[]): Promise<void> {
    for (const { kind, of } of attempted) {
      const key = keyOf(kind, of);
      const [count] = await tx.all<AttemptCount>(COUNTED, [key, tx.at]);
      if (count !== undefined) await write(tx, key, afterSuccess(kind, count));
    }
  }
}

async function write(tx: Tx, key: string, count: AttemptCount): Promise<void> {
  const { attempts, countedAt, blockedUntil: until } = count;
  await tx.run(
    'update attempt_limit set attempts = ?, counted_at = ?, blocked_until = ? where key = ?',
    [attempts, countedAt, until, key],
  );
}

/** Under which key attempts are counted: a hash, so that no mail address stands there. */
export function keyOf(kind: AttemptKind, of: string): string {
  return createHash('sha256').update(`${kind} ${of.trim().toLowerCase()}`).digest('hex');
}
