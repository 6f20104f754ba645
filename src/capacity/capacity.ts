import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import type { Period } from '../domain/calendar/plain-date.js';
import type { Cents } from '../domain/money/cents.js';
import type { Fte } from '../domain/proration/fte.js';
import type { DatabaseRefusal } from '../platform/database/database-failure.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Ids } from '../platform/ids/ids.js';
import { lockingClause } from '../platform/database/typeorm-tx.js';
import { CapacityExceeded } from './capacity.errors.js';
import {
  amountOn,
  differences,
  firstExcess,
  MEASURES,
  shortagesIn,
  stretches,
  type Excess,
  type Level,
  type Measure,
  type SidedSlice,
  type Slice,
} from './capacity.rules.js';
import {
  slicesOf,
  standingOf,
  standingOfHolders,
  type Account,
  type HolderBook,
} from './standing.js';

export { levels, stretches } from './capacity.rules.js';
export type { Level, Measure, SidedSlice, Slice } from './capacity.rules.js';

/** VzÄ on each day of the period. */
export function fteSlice(period: Period, share: Fte): Slice {
  return { measure: 'fte', period, amount: BigInt(share) };
}

/** Euros of a calendar year: the sum stands on each of the period's days. */
export function centsSlice(period: Period, amount: Cents): Slice {
  return { measure: 'cents', period, amount };
}

/** What one subject grants to a holder or uses of it: its whole new state. */
export interface CapacityStatement {
  readonly holder: string;
  readonly side: 'grant' | 'use';
  readonly subject: string;
  readonly slices: readonly Slice[];
}

/** Days on which `used` is above `granted`. */
export interface HolderShortage extends Level {
  readonly measure: Measure;
}

/** What the module's triggers refuse, for the composition root. */
export const capacityRefusals: readonly DatabaseRefusal[] = [
  {
    on: ['capacity: exceeded', 'capacity_movement_within_grant'],
    refuse: () => new CapacityExceeded({}),
  },
];

/**
 * What may be used at most once: the VzÄ and euros of a notice line, the VzÄ of an allocation
 * line or a post, the 1.0 of a person. On each day, what is used is at most what is granted.
 *
 * A cut of a grant is always taken, even below what is used: the shortage shows, and blocks
 * increases until the uses follow. Less use is always taken.
 * @see domain.md R1, R11
 */
@Injectable()
export class Capacity {
  constructor(private readonly ids: Ids) {}

  /** Nobody else states anything of these holders until the transaction ends. */
  async hold(tx: Tx, holders: readonly string[]): Promise<void> {
    await lockHolders(tx, [...new Set(holders)].toSorted());
  }

  /**
   * States what `subject` grants the holder; `slices` is the whole new state, none takes it back.
   */
  async setGrant(
    tx: Tx,
    holder: string,
    subject: string,
    slices: readonly Slice[],
    by: string,
  ): Promise<void> {
    await this.state(tx, { holder, side: 'grant', subject }, slices, by);
  }

  /**
   * States what `subject` uses of the holder; `slices` is the whole new state, none gives it back.
   *
   * @throws CapacityExceeded if on a day more would be used than is granted, and more than before.
   */
  async setUse(
    tx: Tx,
    holder: string,
    subject: string,
    slices: readonly Slice[],
    by: string,
  ): Promise<void> {
    await this.state(tx, { holder, side: 'use', subject }, slices, by);
  }

  /**
   * As `setUse`, for uses that follow a changed grant: they are never refused. What would exceed
   * the grant is not taken; what falls is given back. The grant was stated before, in `tx`.
   */
  async setUseAsFits(
    tx: Tx,
    holder: string,
    subject: string,
    slices: readonly Slice[],
    by: string,
  ): Promise<void> {
    const own = await slicesOf(tx, { holder, side: 'use', subject });
    const changes = differences(own, slices);
    const fits = firstExcess(await standingOf(tx, holder), changes) === undefined;
    const falls = changes.filter(({ amount }) => amount < 0n);
    const wanted = fits ? slices : summed([...own, ...falls]);
    await this.setUse(tx, holder, subject, wanted, by);
  }

  /** Where more of the holder is used than granted, inside a transaction: what a cut has left. */
  async shortagesOf(tx: Tx, holder: string): Promise<readonly HolderShortage[]> {
    const standing = await standingOf(tx, holder);
    return MEASURES.flatMap((measure) =>
      shortagesIn(standing.filter((slice) => slice.measure === measure)).map(
        (level): HolderShortage => ({ measure, ...level }),
      ),
    );
  }

  /**
   * States many at once, in the order given: what shrinks goes first if it makes room for the rest.
   *
   * @throws CapacityExceeded as `setUse`
   */
  async stateAll(tx: Tx, statements: readonly CapacityStatement[], by: string): Promise<void> {
    const holders = [...new Set(statements.map(({ holder }) => holder))].toSorted();
    await lockHolders(tx, holders);
    const book = await standingOfHolders(tx, holders);
    const movements = statements.flatMap((statement) =>
      changesOf(book, statement).map((change) => ({ ...statement, ...change })),
    );
    for (let start = 0; start < movements.length; start += ROWS_PER_INSERT) {
      await this.record(tx, movements.slice(start, start + ROWS_PER_INSERT), by);
    }
  }

  private async state(tx: Tx, account: Account, slices: readonly Slice[], by: string) {
    ensureInOrder(slices);
    await lockHolders(tx, [account.holder]);
    const changes = differences(await slicesOf(tx, account), slices);
    if (account.side === 'use' && changes.some(({ amount }) => amount > 0n)) {
      ensureFits(account, await standingOf(tx, account.holder), changes, slices);
    }
    const movements = changes.map((change) => ({ ...account, ...change }));
    if (movements.length > 0) await this.record(tx, movements, by);
  }

  private async record(tx: Tx, movements: readonly Movement[], by: string): Promise<void> {
    const marks = movements.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ');
    await tx.run(
      `insert into capacity_movement
       (id, holder, measure, side, subject, from_day, to_day, delta, recorded_at, recorded_by)
       values ${marks}`,
      movements.flatMap(({ holder, measure, side, subject, period: { from, to }, amount }) => {
        return [this.ids.newId(), holder, measure, side, subject, from, to, amount, tx.at, by];
      }),
    );
  }
}

interface Movement extends Account, Slice {}

const ROWS_PER_INSERT = 100;

/** Who else writes to the holders waits until this transaction ends. @param holders in order */
async function lockHolders(tx: Tx, holders: readonly string[]): Promise<void> {
  const locking = lockingClause(tx);
  for (let start = 0; start < holders.length; start += ROWS_PER_INSERT) {
    const part = holders.slice(start, start + ROWS_PER_INSERT);
    await tx.run(
      `insert into capacity_holder (id, movements) values ${part.map(() => '(?, 0)').join(', ')}
       on conflict (id) do nothing`,
      part,
    );
    if (locking === '') continue;
    const marks = part.map(() => '?').join(', ');
    await tx.run(
      `select id from capacity_holder where id in (${marks}) order by id${locking}`,
      part,
    );
  }
}

/** What a statement changes against what stands; it stands from then on. */
function changesOf(book: HolderBook, { slices, ...account }: CapacityStatement): readonly Slice[] {
  ensureInOrder(slices);
  const standing = book.get(account.holder) ?? [];
  const own = standing.filter(
    ({ side, subject }) => side === account.side && subject === account.subject,
  );
  const changes = differences(own, slices);
  if (account.side === 'use' && changes.some(({ amount }) => amount > 0n)) {
    ensureFits(account, standing, changes, slices);
  }
  const { side, subject } = account;
  standing.push(...changes.map((slice) => ({ ...slice, side, subject })));
  book.set(account.holder, standing);
  return changes;
}

function ensureInOrder(slices: readonly Slice[]): void {
  assert(
    slices.every(({ amount, period }) => amount >= 0n && period.from <= period.to),
    'what is granted or used is not negative, and its days are in order',
  );
}

/** Slices that cancel each other out, as what stands of them. */
function summed(slices: readonly Slice[]): readonly Slice[] {
  return MEASURES.flatMap((measure) =>
    stretches(slices.filter((slice) => slice.measure === measure)).map((stretch): Slice => ({
      measure,
      ...stretch,
    })),
  );
}

function ensureFits(
  { holder }: Account,
  standing: readonly SidedSlice[],
  changes: readonly Slice[],
  wanted: readonly Slice[],
): void {
  const excess = firstExcess(standing, changes);
  if (excess !== undefined) throw new CapacityExceeded(factsOf(holder, excess, wanted));
}

function factsOf(holder: string, excess: Excess, wanted: readonly Slice[]) {
  const { measure, day, granted, used } = excess;
  const own = wanted
    .filter((slice) => slice.measure === measure)
    .map((slice): SidedSlice => ({ ...slice, side: 'use' }));
  const requested = amountOn(own, 'use', day);
  return { holder, measure, day, granted, used: used - requested, requested };
}
