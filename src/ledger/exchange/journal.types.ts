import type { Instant } from '../../domain/calendar/instant.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type { AccountKey, AccountKind } from '../chart.js';
import type { Actors, EntryKind } from '../ledger.types.js';

/** What a hash of the chain covers, as it leaves the book: plain JSON, amounts as decimal text. */
export type ItemContent = EntryContent | AccountContent | ClosingContent;

export interface PostingContent {
  readonly account: AccountKey;
  /** "-100.00"; debit positive. */
  readonly amount: string;
  readonly programme?: string;
  readonly component?: string;
  readonly budgetYear?: number;
  readonly noticeLine?: string;
  readonly contract?: string;
  readonly allocationLine?: string;
  readonly partner?: string;
  readonly claim?: string;
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

export interface AccountContent {
  readonly type: 'account';
  readonly format: number;
  readonly id: string;
  readonly key: AccountKey;
  readonly revision: number;
  readonly name: string;
  readonly kind: AccountKind;
  readonly side: 'debit' | 'credit';
  /** "Sachkonto" of the office. */
  readonly officeAccount?: string;
  readonly recordedBy: string;
  readonly reason: string;
}

export interface ClosingContent {
  readonly type: 'closing';
  readonly format: number;
  readonly id: string;
  readonly period: string;
  readonly entries: number;
  readonly recordedBy: string;
  readonly reason: string;
}

/** One link of the chain with what it covers. */
export interface JournalItem {
  readonly sequence: number;
  readonly recordedAt: Instant;
  readonly previousHash: string;
  readonly hash: string;
  readonly content: ItemContent;
}
