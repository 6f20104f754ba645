import { addDays } from '../../domain/calendar/plain-date.js';
import type { DomainError } from '../../domain/errors/domain-error.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { readEntries } from '../entries/entry-reading.js';
import { EntryDiffers, NotReversible, PeriodClosed, type EntryMistake } from '../ledger.errors.js';
import type { Ledger } from '../ledger.js';
import type { NewEntry, TakenInEntry } from '../ledger.types.js';
import { closedThrough, firstOpenDay, periodOf } from '../periods/closed-through.js';
import { isSameEntry } from './entry-comparison.rules.js';
import { OwnEntries } from './own-entries.js';
import { readEntry } from './entry-reading.rules.js';
import { wrongReversal } from './reversal.rules.js';
import type { RawEntry, Wrong } from './stated-entry.types.js';

/** Who brings the entries in, and under which key; how a refusal is told. */
export interface TakingParts {
  readonly ledger: Pick<Ledger, 'takeIn'>;
  readonly by: string;
  readonly commandKey: string;
  readonly describe: (error: DomainError) => string;
}

/** An entry of the file that reads well. */
interface Candidate {
  readonly raw: RawEntry;
  readonly entry: TakenInEntry;
}

/**
 * Takes entries of a file into the book, batch by batch inside one transaction. After the first
 * mistake nothing is written any more; the rest of the file is only looked at.
 */
export class EntryTaking {
  readonly mistakes: EntryMistake[] = [];
  added = 0;
  passedOver = 0;
  /** Entries that read well and were not written, because another one does not. */
  private readonly unwritten = new Map<string, TakenInEntry>();

  private readonly own: OwnEntries;

  constructor(
    private readonly tx: Tx,
    private readonly parts: TakingParts,
  ) {
    this.own = new OwnEntries(tx, parts.commandKey);
  }

  /** @param batch in the order of the file */
  async take(batch: readonly RawEntry[]): Promise<void> {
    const unknown = await this.withoutKnown(this.readable(batch));
    await this.ensureNotTold(unknown);
    await this.ensureOpen(unknown);
    await this.ensureReversible(unknown);
    const entries = unknown.map(({ entry }) => entry);
    if (this.mistakes.length > 0) this.keepUnwritten(entries);
    else await this.parts.ledger.takeIn(this.tx, entries);
    this.added += entries.length;
  }

  private readable(batch: readonly RawEntry[]): readonly Candidate[] {
    const { by, commandKey } = this.parts;
    return batch.flatMap((raw) => {
      const read = readEntry(raw.content, commandKey);
      if ('entry' in read) {
        const actors = { entered: by, ...read.entry.actors, imported: by };
        return [{ raw, entry: { ...read.entry, actors } }];
      }
      for (const wrong of read.wrong) this.refuse(raw, wrong);
      return [];
    });
  }

  /** What the book has, or the file had before, is passed over; with other content it is refused. */
  private async withoutKnown(candidates: readonly Candidate[]): Promise<readonly Candidate[]> {
    const ids = candidates.flatMap(({ entry: { id } }) => id ?? []);
    const known = new Map<string, NewEntry>(this.unwritten);
    for (const entry of await readEntries(this.tx, ids)) known.set(entry.id, entry);
    return candidates.filter(({ raw, entry }) => {
      const { id } = entry;
      if (id === undefined) return true;
      const earlier = known.get(id);
      known.set(id, entry);
      if (earlier === undefined) return true;
      if (isSameEntry(earlier, entry)) this.passOver(entry);
      else this.refuse(raw, { field: 'id', reason: new EntryDiffers({ entry: id }) });
      return false;
    });
  }

  private passOver(entry: TakenInEntry): void {
    this.passedOver += 1;
    this.own.share(entry);
  }

  /** What the book has entered itself does not come in once more from another book. */
  private async ensureNotTold(candidates: readonly Candidate[]): Promise<void> {
    const told = await this.own.told(candidates.map(({ entry }) => entry));
    for (const { raw, entry } of candidates.filter((each) => told.has(each.entry))) {
      this.refuse(raw, { field: 'subject', reason: toldAlready(entry.subject) });
    }
  }

  private async ensureOpen(candidates: readonly Candidate[]): Promise<void> {
    const closed = await closedThrough(this.tx);
    if (closed === undefined) return;
    for (const { raw, entry } of candidates) {
      const { effectiveOn: day } = entry;
      if (periodOf(day) > closed) continue;
      const firstOpen = firstOpenDay(day, closed);
      const reason = new PeriodClosed({
        ...{ day, closedThrough: closed, firstOpenDay: firstOpen },
        lastClosedDay: addDays(firstOpen, -1),
      });
      this.refuse(raw, { field: 'effectiveOn', reason });
    }
  }

  private async ensureReversible(candidates: readonly Candidate[]): Promise<void> {
    const targets = candidates.flatMap(({ entry: { reverses } }) => reverses ?? []);
    if (targets.length === 0) return;
    const known = new Map<string, NewEntry>(this.unwritten);
    const taken = new Set([...this.unwritten.values()].flatMap(({ reverses }) => reverses ?? []));
    for (const entry of await readEntries(this.tx, targets)) {
      known.set(entry.id, entry);
      if (entry.reversedBy !== null) taken.add(entry.id);
    }
    for (const { raw, entry } of candidates) {
      const { id, reverses } = entry;
      if (reverses !== undefined) {
        const reason = this.wrongReversal(entry, reverses, known.get(reverses), taken);
        if (reason !== undefined) this.refuse(raw, { field: 'reverses', reason });
        taken.add(reverses);
      }
      if (id !== undefined) known.set(id, entry);
    }
  }

  private wrongReversal(
    entry: TakenInEntry,
    reverses: string,
    target: NewEntry | undefined,
    taken: ReadonlySet<string>,
  ): Wrong['reason'] | undefined {
    if (target !== undefined && this.own.isAlone(target)) {
      return new NotReversible({ entry: reverses, kind: target.kind });
    }
    return wrongReversal(entry, reverses, target, taken);
  }

  private keepUnwritten(entries: readonly TakenInEntry[]): void {
    for (const entry of entries) if (entry.id !== undefined) this.unwritten.set(entry.id, entry);
  }

  private refuse(raw: RawEntry, wrong: Wrong): void {
    const { reason } = wrong;
    const message = typeof reason === 'string' ? reason : this.parts.describe(reason);
    this.mistakes.push({ ...raw.placeOf(wrong), message });
  }
}

function toldAlready(subject: string): string {
  return (
    `Zu „${subject}“ hat dieses Buch selbst schon gebucht; dieselben Beträge stünden doppelt darin. ` +
    'Die Datei stammt wohl aus einem anderen Buch.'
  );
}
