import type { Period, PlainDate } from '../../domain/calendar/plain-date.js';
import type { Cents } from '../../domain/money/cents.js';
import type { Fte } from '../../domain/proration/fte.js';
import type { Clause, ExampleNote } from './basics.definition.js';

export const COST_KINDS = ['staff', 'material', 'measures'] as const;
export type CostKind = (typeof COST_KINDS)[number];

/** One term of a line's sum: 4.5 × 57.000,00 €. The terms add up to the line's amount. */
export interface NoticeLineTerm {
  readonly text: string;
  readonly costKind: CostKind;
  readonly quantity: string;
  readonly unitCents: Cents;
  readonly amountCents: Cents;
}

/** "Bescheidzeile": what the notice grants for one component and budget year. */
export interface NoticeLineDefinition {
  readonly id: string;
  readonly component: string;
  readonly year: number;
  readonly period: Period;
  readonly fte: Fte;
  readonly amountCents: Cents;
  readonly terms: readonly NoticeLineTerm[];
  readonly clause: Clause;
  readonly example?: ExampleNote;
}

/**
 * "Zuwendungsbescheid". `amends` names the notice that an amending notice changes, `follows` the one
 * whose contracts, posts and occupancies go on under this one.
 */
export interface NoticeDefinition {
  readonly kind: 'notice';
  readonly id: string;
  readonly programme: string;
  readonly title: string;
  readonly grantor: string;
  readonly firstRecipient: string;
  /** "Aktenzeichen"; absent where the source leaves it open ("vom XXX"). */
  readonly reference?: string;
  readonly issuedOn?: PlainDate;
  readonly period: Period;
  readonly amends?: string;
  /** "Wirksam ab": since when an amendment counts; absent: from the first day of its period. */
  readonly effectiveFrom?: PlainDate;
  readonly follows?: string;
  readonly lines: readonly NoticeLineDefinition[];
  readonly openItems: readonly string[];
  readonly sources: readonly string[];
  readonly example?: ExampleNote;
}
