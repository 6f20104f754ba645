import type { DomainError } from '../../domain/errors/domain-error.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import {
  AlreadyReversed,
  EntryDiffers,
  PeriodClosed,
  UnknownEntry,
  type EntryMistake,
} from '../ledger.errors.js';
import type { Ledger } from '../ledger.js';
import { contentsOf, isMirror, isSameEntry } from './entry-comparison.rules.js';
import { readEntry } from './entry-reading.rules.js';
import type { PostingContent } from './journal.types.js';
import type { RawEntry, StatedEntry, Wrong } from './stated-entry.types.js';
import { StoredEntries } from './stored-entries.js';

/** Who brings the entries in, and under which key; how a refusal is told. */
export interface TakingParts {
  readonly ledger: Pick<Ledger, 'appendAll' | 'openDay'>;
  readonly by: string;
  readonly commandKey: string;
  readonly describe: (error: DomainError) => string;
}

/** An entry of the file that reads well. */
interface Candidate {
  readonly raw: RawEntry;
  readonly entry: StatedEntry;
}

const NO_MIRROR =
  'Ein Storno hat dieselben Buchungszeilen wie die Buchung, die es zurücknimmt, ' +
  'mit umgekehrtem Vorzeichen.';

/**
 * Takes entries of a file into the book, batch by batch inside one transaction. After the first
 * mistake nothing is written any more; the rest of the file is only looked at.
 */
export class EntryTaking {
  readonly mistakes: EntryMistake[] = [];
  added = 0;
  passedOver = 0;
  private readonly stored: StoredEntries;
  /** Of entries that read well and were not written, because another one does not. */
  private readonly unwritten = new Map<string, readonly PostingContent[]>();

  constructor(
    private readonly tx: Tx,
    private readonly parts: TakingParts,
  ) {
    this.stored = new StoredEntries(tx);
  }

  /** @param batch in the order of the file */
  async take(batch: readonly RawEntry[]): Promise<void> {
    const unknown = await this.withoutKnown(this.readable(batch));
    await this.ensureOpen(unknown);
    await this.ensureReversible(unknown);
    if (this.mistakes.length > 0) {
      for (const { entry } of unknown) this.unwritten.set(entry.id ?? '', contentsOf(entry));
      return;
    }
    await this.parts.ledger.appendAll(
      this.tx,
      unknown.map(({ entry }) => entry),
    );
    this.added += unknown.length;
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

  /** What the book has, or the file had before, is passed over; under another content it is refused. */
  private async withoutKnown(candidates: readonly Candidate[]): Promise<readonly Candidate[]> {
    const known = await this.stored.contents(
      candidates.flatMap(({ entry: { id } }) => (id === undefined ? [] : [id])),
    );
    const seen = new Map<string, StatedEntry>();
    return candidates.filter(({ raw, entry }) => {
      const { id } = entry;
      if (id === undefined) return true;
      const earlier = known.get(id) ?? seenContent(seen.get(id));
      seen.set(id, entry);
      if (earlier === undefined) return true;
      if (isSameEntry(earlier, entry)) this.passedOver += 1;
      else this.refuse(raw, { field: 'id', reason: new EntryDiffers({ entry: id }) });
      return false;
    });
  }

  private async ensureOpen(candidates: readonly Candidate[]): Promise<void> {
    const [closing] = await this.tx.all<{ period: string | null }>(
      'select max(period) as period from ledger_closing',
    );
    const closedThrough = closing?.period ?? '';
    for (const { raw, entry } of candidates) {
      const { effectiveOn: day } = entry;
      if (day.slice(0, 7) > closedThrough) continue;
      const firstOpenDay = await this.parts.ledger.openDay(this.tx, day);
      const reason = new PeriodClosed({ day, closedThrough, firstOpenDay });
      this.refuse(raw, { field: 'effectiveOn', reason });
    }
  }

  /** A reversal names an entry that is there, that nobody took back, and turns it round exactly. */
  private async ensureReversible(candidates: readonly Candidate[]): Promise<void> {
    const targets = candidates.flatMap(({ entry: { reverses } }) => reverses ?? []);
    if (targets.length === 0) return;
    const stored = await this.stored.contents(targets);
    const taken = new Set(await this.stored.reversed(targets));
    const before = new Map(this.unwritten);
    for (const { raw, entry } of candidates) {
      const { id, reverses } = entry;
      if (reverses !== undefined) {
        const target = stored.get(reverses)?.postings ?? before.get(reverses);
        const reason = wrongReversal(reverses, target, taken, contentsOf(entry));
        if (reason !== undefined) this.refuse(raw, { field: 'reverses', reason });
        taken.add(reverses);
      }
      if (id !== undefined) before.set(id, contentsOf(entry));
    }
  }

  private refuse(raw: RawEntry, wrong: Wrong): void {
    const { reason } = wrong;
    const message = typeof reason === 'string' ? reason : this.parts.describe(reason);
    this.mistakes.push({ ...raw.placeOf(wrong), message });
  }
}

function wrongReversal(
  entry: string,
  target: readonly PostingContent[] | undefined,
  taken: ReadonlySet<string>,
  postings: readonly PostingContent[],
): Wrong['reason'] | undefined {
  if (target === undefined) return new UnknownEntry({ entry });
  if (taken.has(entry)) return new AlreadyReversed({ entry });
  return isMirror(postings, target) ? undefined : NO_MIRROR;
}
