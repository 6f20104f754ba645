import type { Instant } from '../../domain/calendar/instant.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type { AccountKey } from '../chart.js';
import type { Actors, Dimensions, EntryKind } from '../ledger.types.js';

/** What a hash of the chain covers, as it leaves the book: plain JSON, amounts as decimal text. */
export type ItemContent = EntryContent | OtherContent;

export interface PostingContent extends Dimensions {
  readonly account: AccountKey;
  /** "-100.00"; debit positive. */
  readonly amount: string;
}

export interface EntryContent {
  readonly type: 'entry';
  readonly format: number;
  readonly id: string;
  readonly effectiveOn: PlainDate;
  readonly kind: EntryKind;
  readonly subject: string;
  readonly text: string;
  readonly actors: Actors;
  readonly commandKey: string;
  readonly reverses?: string;
  readonly postings: readonly PostingContent[];
}

/** A state of an account, or a closing: no money moves. */
export interface OtherContent {
  readonly type: 'account' | 'closing';
}

/** One link of the chain, and what it covers. */
export interface JournalItem {
  readonly sequence: number;
  readonly recordedAt: Instant;
  readonly previousHash: string;
  readonly hash: string;
  /** Canonical JSON, byte for byte what was hashed; {@link contentOf} reads it. */
  readonly text: string;
}

export function contentOf({ text }: JournalItem): ItemContent {
  return JSON.parse(text) as ItemContent;
}

/**
 * Makes an XLSX file of the journal. The ledger knows no spreadsheets: the composition root hands
 * in who does.
 */
export interface JournalWorkbook {
  /** How many postings it takes at most: a spreadsheet is made in memory. */
  readonly rowsMax: number;
  file(items: readonly JournalItem[], head: ChainEnd): Promise<Buffer>;
}

/** The last link of what is told. */
export type ChainEnd = Pick<JournalItem, 'sequence' | 'recordedAt' | 'hash'>;
