import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { Clock } from '../../platform/clock/clock.js';
import { Reader } from '../../platform/database/reader.js';
import { keyOf, type Attempted } from './attempt-limits.js';
import { blockedSince, type AttemptCount } from './attempt-limits.rules.js';

/** "Gesperrt": too many attempts, and since and until when. */
export interface AccountLock {
  readonly since: Instant;
  readonly until: Instant;
}

interface Owner {
  readonly id: string;
  readonly mail: string | undefined;
}

type CountLine = AttemptCount & { readonly key: string };

/** What is counted for an account: passwords, codes, and the password that is asked for again. */
export function attemptsOn({ id, mail }: Owner): readonly Attempted[] {
  const byMail = mail === undefined ? [] : [{ kind: 'sign-in-account', of: mail } as const];
  return [...byMail, { kind: 'code-account', of: id }, { kind: 'own-account', of: id }];
}

/** Which accounts take no attempt just now. */
@Injectable()
export class AccountLocks {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** @returns by the person's id; those that are free are not in it */
  async of(people: readonly Owner[]): Promise<ReadonlyMap<string, AccountLock>> {
    const rows = await this.reader.all<CountLine>(
      `select key as "key", attempts as "attempts", counted_at as "countedAt",
         blocked_until as "blockedUntil" from attempt_limit where blocked_until > ?`,
      [this.clock.now()],
    );
    if (rows.length === 0) return new Map();
    const blocked = new Map(rows.map((row) => [row.key, row]));
    return new Map(
      people.flatMap((person) => {
        const lock = lockOf(person, blocked);
        return lock === undefined ? [] : [[person.id, lock] as const];
      }),
    );
  }
}

/** The longest of those that hold. */
function lockOf(person: Owner, blocked: ReadonlyMap<string, AttemptCount>) {
  const locks = attemptsOn(person).flatMap(({ kind, of }): readonly AccountLock[] => {
    const count = blocked.get(keyOf(kind, of));
    const since = count && blockedSince(kind, count);
    if (since === undefined || count?.blockedUntil == null) return [];
    return [{ since, until: count.blockedUntil }];
  });
  return locks.toSorted((a, b) => (a.until < b.until ? -1 : 1)).at(-1);
}
