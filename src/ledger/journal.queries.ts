import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import { InvalidField } from '../domain/errors/invalid-field.js';
import { Reader } from '../platform/database/reader.js';
import { lastSequence } from './balances/balance-sql.js';
import { allChained } from './chain/all-chained.js';
import { WrittenContents } from './chain/written-contents.js';
import { readEntries } from './entries/entry-reading.js';
import type { JournalFilter } from './journal/journal-filter.js';
import { chainedEntries, unchainedEntries, type Found } from './journal/journal-search.js';
import { UnknownEntry } from './ledger.errors.js';
import type { JournalEntry } from './ledger.types.js';

export type { JournalFilter } from './journal/journal-filter.js';

/** Which page of the journal, and from which end it is read. */
export interface JournalPaging {
  /** `next` of the page before. */
  readonly after?: string;
  readonly limit: number;
  /** By place in the chain; absent: `oldest` first. */
  readonly order?: 'oldest' | 'newest';
}

/** A page of the journal; `next` is null at its end. */
export interface JournalPage {
  readonly entries: readonly JournalEntry[];
  readonly next: string | null;
}

/** "Buch": the journal, entry by entry, in the order of the chain. */
@Injectable()
export class JournalQueries {
  constructor(
    private readonly reader: Reader,
    private readonly written: WrittenContents,
  ) {}

  /**
   * The entries that fit, page by page. The cursor is a place in the chain, which never moves: what
   * comes in meanwhile shifts nothing. What waits for its place stands at the newest end.
   *
   * @throws InvalidField at `/after`, NotYetChained
   */
  async entries(filter: JournalFilter, paging: JournalPaging): Promise<JournalPage> {
    const { limit, order = 'oldest' } = paging;
    const after = paging.after === undefined ? undefined : readCursor(paging.after);
    const until = filter.knownAt === undefined ? undefined : await this.placeAt(filter.knownAt);
    const showsWaiting = until === undefined && (order === 'oldest' || after === undefined);
    const waiting = showsWaiting ? await unchainedEntries(this.reader, filter, limit + 1) : [];
    const stretch = { order, after, until, limit: limit + 1 };
    const found = await chainedEntries(this.reader, filter, stretch);
    const { ids, next } = pageOf(found, waiting, { ...paging, order });
    return { entries: await readEntries(this.reader, ids, until), next };
  }

  /** To who has just entered it: as it was written, without reading it back. @throws UnknownEntry */
  async justEntered(id: string): Promise<JournalEntry> {
    return this.written.takeEntry(id) ?? this.entry(id);
  }

  /** @throws UnknownEntry */
  async entry(id: string): Promise<JournalEntry> {
    const [entry] = await readEntries(this.reader, [id]);
    if (entry === undefined) throw new UnknownEntry({ entry: id });
    return entry;
  }

  private async placeAt(knownAt: Instant): Promise<number> {
    await allChained(this.reader, knownAt);
    return lastSequence(this.reader, knownAt);
  }
}

interface PageOfIds {
  readonly ids: readonly string[];
  readonly next: string | null;
}

/**
 * Puts chained and waiting entries in one order; what was chained between two questions is told once.
 * No cursor points at what waits: where it does not fit on the page, it is told when it has its place.
 */
function pageOf(
  found: readonly Found[],
  waiting: readonly string[],
  { after, limit, order }: Required<Pick<JournalPaging, 'order'>> & JournalPaging,
): PageOfIds {
  const chainedIds = new Set(found.map(({ id }) => id));
  const unplaced = waiting.filter((id) => !chainedIds.has(id));
  if (order === 'oldest') {
    const isLast = found.length + unplaced.length <= limit;
    const shown = found.slice(0, limit).map(({ id }) => id);
    if (isLast) return { ids: [...shown, ...unplaced.toReversed()], next: null };
    return { ids: shown, next: found[shown.length - 1]?.sequence.toString() ?? after ?? '0' };
  }
  const alone = unplaced.length > limit ? [] : unplaced;
  const shown = found.slice(0, limit - alone.length);
  const [first] = found;
  const isLast = first === undefined || shown.length === found.length;
  const last = shown.at(-1)?.sequence ?? (first?.sequence ?? 0) + 1;
  const ids = [...alone, ...shown.map(({ id }) => id)];
  return { ids, next: isLast ? null : last.toString() };
}

function readCursor(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidField('choice', text, '/after');
  return Number(text);
}
