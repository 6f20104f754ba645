import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import { addDays, type PlainDate } from '../domain/calendar/plain-date.js';
import { cents } from '../domain/money/cents.js';
import { allAnswered } from '../platform/database/all-answered.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Ids } from '../platform/ids/ids.js';
import { onlyDimensions } from './entries/assignment.rules.js';
import { soundPostings, type ReadyEntry } from './entries/entry.rules.js';
import { EntryWriting } from './entries/entry-writing.js';
import { holdAll } from './entries/line-sums.js';
import { SumGuard } from './entries/sum-guard.js';
import { readEntries } from './entries/entry-reading.js';
import { standingEntries, type StandingEntry } from './entries/standing-entries.js';
import { sumsOf } from './entries/sums.js';
import { AlreadyReversed, NotReversible, PeriodClosed, UnknownEntry } from './ledger.errors.js';
import type {
  AccountSum,
  EntryKind,
  NewEntry,
  NewReversal,
  SumFilter,
  TakenInEntry,
} from './ledger.types.js';
import { closedThrough, firstOpenDay, periodOf } from './periods/closed-through.js';

export { holdIdOf } from './entries/line-sums.js';
export { enterDrafted } from './drafted-entries.js';
export type { DraftedEntry, EnteredBy } from './drafted-entries.js';
export { allocationLineScope, keyOf, noticeLineScope, Standing } from './standing.js';
export type { LineScope } from './standing.js';
export { CHART, isAccountKey, isOffBalance } from './chart.js';
export type { AccountKey, AccountKind } from './chart.js';
export { LineDirectory } from './by-hand/line-directory.js';
export type { DimensionSource, IdDimension } from './by-hand/line-directory.js';
export type {
  AccountSum,
  Actors,
  Dimensions,
  EntryKind,
  JournalEntry,
  JournalPosting,
  NewEntry,
  NewPosting,
  NewReversal,
  SumFilter,
  TakenInEntry,
} from './ledger.types.js';

/** Entries that stand beside the rules of sums: what they do wrong, `verify` tells. */
const BESIDE_THE_RULES: readonly EntryKind[] = ['adjustment'];

/**
 * "Nebenbuch": the only way to write into the journal. Entries are balanced, in open periods,
 * append-only and chained; a mistake is taken back by an entry the other way (R32).
 */
@Injectable()
export class Ledger {
  constructor(
    private readonly ids: Ids,
    private readonly writing: EntryWriting,
    private readonly guard: SumGuard,
  ) {}

  /**
   * @returns the id of the entry
   * @throws EntryUnbalanced, PeriodClosed; SumOverdrawn at the end of the command, unless it is an
   *   entry by hand
   */
  async append(tx: Tx, entry: NewEntry): Promise<string> {
    const [id] = await this.appendAll(tx, [entry]);
    assert(id !== undefined);
    return id;
  }

  /** As `append`, for many at once. */
  async appendAll(tx: Tx, entries: readonly NewEntry[]): Promise<readonly string[]> {
    const ready = this.ready(entries.map((entry) => ({ ...entry, reverses: null })));
    await this.watch(tx, ready);
    return this.write(tx, ready);
  }

  /**
   * As `appendAll`, for entries that have been in a book. A sum that is overdrawn is refused unless
   * entries by hand have moved it. @throws as `append`
   */
  async takeIn(tx: Tx, entries: readonly TakenInEntry[]): Promise<void> {
    const ready = this.ready(
      entries.map((entry) => ({ ...entry, reverses: entry.reverses ?? null })),
    );
    await this.guard.watchTakenIn(tx, ready);
    await this.write(tx, ready);
    await this.writing.chainAtOnce(tx);
  }

  /**
   * Takes an entry back by the same postings the other way round; that happens once.
   * @throws UnknownEntry, AlreadyReversed, PeriodClosed; NotReversible for what itself takes one back
   */
  async reverse(tx: Tx, { entry: id, ...reversal }: NewReversal): Promise<string> {
    await holdAll(tx, [`entry:${id}`]);
    const [entry] = await readEntries(tx, [id]);
    if (entry === undefined) throw new UnknownEntry({ entry: id });
    if (entry.reverses !== null) throw new NotReversible({ entry: id, kind: entry.kind });
    if (entry.reversedBy !== null) throw new AlreadyReversed({ entry: id });
    const postings = entry.postings.map(({ account, cents: amount, ...dimensions }) => {
      return { ...onlyDimensions(dimensions), account, cents: cents(-amount) };
    });
    const subject = `entry:${id}`;
    const kind: EntryKind = 'reversal';
    const ready = this.ready([{ ...reversal, kind, subject, postings, reverses: id }]);
    if (!BESIDE_THE_RULES.includes(entry.kind)) await this.watch(tx, ready);
    const [made] = await this.write(tx, ready);
    assert(made !== undefined);
    return made;
  }

  /** The entries that rest on a subject and stand, as they were drawn up, with their ids. */
  async entriesOf(tx: Tx, subject: string): Promise<readonly StandingEntry[]> {
    return standingEntries(tx, subject);
  }

  /** What stands on the accounts, whenever it takes effect; holds nothing. */
  sums(tx: Pick<Tx, 'all'>, filter: SumFilter): Promise<readonly AccountSum[]> {
    return sumsOf(tx, filter);
  }

  /** Nobody else holds the same until the transaction ends: `allocation-line:x/2025`. */
  hold(tx: Tx, ids: readonly string[]): Promise<void> {
    return holdAll(tx, ids);
  }

  /** The day, or the first one after the closed months: a late fact counts there. */
  async openDay(tx: Tx, day: PlainDate): Promise<PlainDate> {
    return firstOpenDay(day, await closedThrough(tx));
  }

  /** With ids, and postings that say all that they belong to. */
  private ready(
    entries: readonly (NewEntry & { readonly reverses: string | null })[],
  ): readonly ReadyEntry[] {
    return entries.map((entry): ReadyEntry => {
      const postings = soundPostings(entry);
      const text = wellFormed(entry.text);
      return { ...entry, id: entry.id ?? this.ids.newId(), text, postings };
    });
  }

  private watch(tx: Tx, entries: readonly ReadyEntry[]): Promise<void> {
    return this.guard.watch(
      tx,
      entries.filter(({ kind }) => !BESIDE_THE_RULES.includes(kind)),
    );
  }

  private async write(tx: Tx, ready: readonly ReadyEntry[]): Promise<readonly string[]> {
    // The database holds the periods, too: this only tells which one is closed, so nobody waits for it.
    await allAnswered([ensureOpen(tx, ready), this.writing.write(tx, ready)]);
    return ready.map(({ id }) => id);
  }
}

/** Half a character cannot be stored as it is: the hash would be of another text. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

/** @throws PeriodClosed naming the first entry's day that lies in a closed month */
async function ensureOpen(tx: Tx, entries: readonly ReadyEntry[]): Promise<void> {
  const closed = await closedThrough(tx);
  if (closed === undefined) return;
  const late = entries.find(({ effectiveOn }) => periodOf(effectiveOn) <= closed);
  if (late === undefined) return;
  const firstOpen = firstOpenDay(late.effectiveOn, closed);
  throw new PeriodClosed({
    ...{ day: late.effectiveOn, closedThrough: closed, firstOpenDay: firstOpen },
    lastClosedDay: addDays(firstOpen, -1),
  });
}
