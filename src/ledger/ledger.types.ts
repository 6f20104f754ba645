import type { Instant } from '../domain/calendar/instant.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { Cents } from '../domain/money/cents.js';
import type { AccountKey } from './chart.js';

/**
 * "Kontierungsmerkmale": what a posting belongs to, as far as its account needs it. The ledger
 * knows these as ids only.
 */
export interface Dimensions {
  readonly programme?: string;
  readonly component?: string;
  /** "Haushaltsjahr": the year that the money belongs to, whenever it moves. */
  readonly budgetYear?: number;
  readonly noticeLine?: string;
  readonly contract?: string;
  readonly allocationLine?: string;
  readonly partner?: string;
  readonly claim?: string;
}

/** One side of an entry: an account, cents (debit positive, credit negative), what it belongs to. */
export interface NewPosting extends Dimensions {
  readonly account: AccountKey;
  readonly cents: Cents;
}

/** What kinds of event the ledger tells apart; `adjustment` is entered by hand. */
export const ENTRY_KINDS = [
  'notice',
  'notice-cut',
  'land-money',
  'commitment',
  'lapse',
  'order',
  'payment',
  'bounce',
  'settlement',
  'own-cost',
  'recovery',
  'refund-due',
  'refund',
  'interest',
  'cost',
  'receipt',
  'allocation',
  'set-off',
  'write-down',
  'waiver',
  'cost-sharing',
  'take-over',
  'adjustment',
  'reversal',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** What kind of event an entry tells, in the words of the office. */
export const entryKindNames: Readonly<Record<EntryKind, string>> = {
  notice: 'Bescheid',
  'notice-cut': 'Kürzung durch das Land',
  'land-money': 'Geld vom Land',
  commitment: 'Vertragliche Bindung',
  lapse: 'Verfall einer Bindung',
  order: 'Auszahlungsanordnung',
  payment: 'Auszahlung',
  bounce: 'Rückläufer',
  settlement: 'Abrechnung',
  'own-cost': 'Eigene Kosten des Kreises',
  recovery: 'Rückforderung',
  'refund-due': 'Rückzahlung fällig',
  refund: 'Rückzahlung an das Land',
  interest: 'Zinsen',
  cost: 'Kosten einer Forderung',
  receipt: 'Geldeingang',
  allocation: 'Zuordnung eines Eingangs',
  'set-off': 'Aufrechnung',
  'write-down': 'Niederschlagung',
  waiver: 'Erlass',
  'cost-sharing': 'Erstattung der Kommunen',
  'take-over': 'Übernahme',
  adjustment: 'Buchung von Hand',
  reversal: 'Storno',
};

/** Who did what to an entry: `{ entered: 'system:local' }`; `certified`, `ordered` and others later. */
export type Actors = Readonly<Record<string, string>>;

/** An event to be entered: postings that sum to zero, on and off the balance sheet each by itself. */
export interface NewEntry {
  /** A ULID that the entry has already (an import); absent: it gets one. */
  readonly id?: string;
  /** "Wirksam am": when it counts. */
  readonly effectiveOn: PlainDate;
  readonly kind: EntryKind;
  /** What it rests on: `notice:kim-2-2025`, `contract:kim-cities/3`, `take-over:…`, `entry:…`. */
  readonly subject: string;
  /** One sentence for people; no names of persons. */
  readonly text: string;
  readonly actors: Actors;
  /** The key of the command that made it; all entries of one command carry the same. */
  readonly commandKey: string;
  /** At least two. */
  readonly postings: readonly NewPosting[];
}

/** An entry that has been in a book before and comes in from a file. */
export interface TakenInEntry extends NewEntry {
  /** The entry that it takes back; such an entry is of kind `reversal`. */
  readonly reverses?: string;
}

/** A posting as the journal tells it. */
export interface JournalPosting extends Dimensions {
  /** From 1 within its entry. */
  readonly line: number;
  readonly account: AccountKey;
  readonly cents: Cents;
}

/** "Buchung": an entry as the journal tells it. */
export interface JournalEntry {
  readonly id: string;
  readonly effectiveOn: PlainDate;
  readonly kind: EntryKind;
  readonly subject: string;
  readonly text: string;
  readonly actors: Actors;
  readonly commandKey: string;
  /** "Von Hand": entered beside all use cases, or the reversal of such an entry. */
  readonly byHand: boolean;
  /** The entry that this one takes back ("Storno"). */
  readonly reverses: string | null;
  /** The entry that takes this one back. */
  readonly reversedBy: string | null;
  readonly postings: readonly JournalPosting[];
  /** Place in the chain, without gaps; null for milliseconds until it is chained. */
  readonly sequence: number | null;
  readonly recordedAt: Instant | null;
  readonly previousHash: string | null;
  readonly hash: string | null;
}

/** Which postings a sum is of; absent: whatever they say. */
export interface SumFilter extends Dimensions {
  readonly accounts: readonly AccountKey[];
  /** Only entries of these kinds, less those of them that were taken back. */
  readonly kinds?: readonly EntryKind[];
}

/** The sum of an account under one combination of dimensions. */
export interface AccountSum {
  readonly account: AccountKey;
  readonly dimensions: Dimensions;
  /** Debit positive, credit negative. */
  readonly cents: Cents;
}

/** What takes an entry back ("Storno"). */
export interface NewReversal {
  readonly entry: string;
  readonly effectiveOn: PlainDate;
  readonly text: string;
  readonly actors: Actors;
  readonly commandKey: string;
}
