import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { Cents } from '../domain/money/cents.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { AccountKey } from './chart.js';
import type { Actors, Dimensions, EntryKind, NewEntry } from './ledger.types.js';

/** Which postings a sum is of; absent: whatever they say. */
export interface SumFilter extends Dimensions {
  readonly accounts: readonly AccountKey[];
  /** Only entries of these kinds, without those that were taken back. */
  readonly kinds?: readonly EntryKind[];
}

/** The sums of an account under the dimensions that it was asked for. */
export interface AccountSum {
  readonly account: AccountKey;
  readonly dimensions: Dimensions;
  /** Debit positive, credit negative. */
  readonly cents: Cents;
}

/** What takes an entry back. */
export interface NewReversal {
  readonly entry: string;
  readonly effectiveOn: PlainDate;
  readonly text: string;
  readonly actors: Actors;
  readonly commandKey: string;
}
