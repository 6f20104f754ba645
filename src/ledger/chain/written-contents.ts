import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { onlyDimensions } from '../entries/assignment.rules.js';
import type { ReadyEntry } from '../entries/entry.rules.js';
import type { JournalEntry } from '../ledger.types.js';

const KEPT_MAX = 2_000;

/** The place that an entry got in the chain. */
export interface Link {
  readonly sequence: number;
  readonly recordedAt: Instant;
  readonly previousHash: string;
  readonly hash: string;
}

const NO_LINK = { sequence: null, recordedAt: null, previousHash: null, hash: null } as const;

/**
 * What this instance has just written: the canonical texts, until they are chained, and the entries,
 * until they are told to who entered them. Only a short cut: what is not here is read from the rows,
 * and `verify` holds the chain to the rows.
 */
@Injectable()
export class WrittenContents {
  private readonly texts = new Map<string, string>();
  private readonly entries = new Map<string, ReadyEntry>();
  private readonly links = new Map<string, Link>();

  keep(entry: ReadyEntry, text: string): void {
    // An import has more: its rows are read in batches.
    for (const kept of [this.texts, this.entries, this.links]) {
      if (kept.size >= KEPT_MAX) kept.clear();
    }
    this.texts.set(entry.id, text);
    if (entry.reverses === null) this.entries.set(entry.id, entry);
  }

  /** The canonical text, once. */
  take(id: string): string | undefined {
    const text = this.texts.get(id);
    this.texts.delete(id);
    return text;
  }

  /** The entry was chained in the transaction that it was written in. */
  link(id: string, link: Link): void {
    if (this.entries.has(id)) this.links.set(id, link);
  }

  /**
   * The entry as it was written, once, to who has just been told its id. Not one that takes another
   * back: what it rests on is not known here.
   */
  takeEntry(id: string): JournalEntry | undefined {
    const [entry, link] = [this.entries.get(id), this.links.get(id)];
    this.entries.delete(id);
    this.links.delete(id);
    return entry && { ...journalEntry(entry), ...(link ?? NO_LINK) };
  }
}

function journalEntry(entry: ReadyEntry): Omit<JournalEntry, keyof Link> {
  const { id, effectiveOn, kind, subject, text, actors, commandKey, postings } = entry;
  return {
    ...{ id, effectiveOn, kind, subject, text, actors, commandKey },
    ...{ byHand: kind === 'adjustment', reverses: null, reversedBy: null },
    postings: postings.map(({ account, cents, ...dimensions }, index) => {
      return { line: index + 1, account, cents, ...onlyDimensions(dimensions) };
    }),
  };
}
