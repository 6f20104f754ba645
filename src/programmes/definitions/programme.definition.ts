import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type { Cents } from '../../domain/money/cents.js';
import type { Clause } from './basics.definition.js';

export const FUNDING_KINDS = [
  'actual-cost-capped',
  'lump-sum-capped',
  'fixed-sums',
  'share',
] as const;
/** "Finanzierungsart": Vollfinanzierung bis Höchstbetrag, Pauschale, Festbetrag, Anteilsfinanzierung. */
export type FundingKind = (typeof FUNDING_KINDS)[number];

export const TWO_MONTH_RULES = ['on', 'off', 'not-applicable', 'undecided'] as const;
export type TwoMonthRule = (typeof TWO_MONTH_RULES)[number];

export const UNSPENT_RULES = ['reduces-grant', 'repaid-by-31-march', 'per-measure'] as const;
export type UnspentRule = (typeof UNSPENT_RULES)[number];

export const INTEREST_BASES = ['vwvfg-49a-nrw', 'hhg-29-5', 'bgb-288-1'] as const;
/** Legal bases of interest whose margin is published; `agreed` exists in calculations only. */
export type InterestBasis = (typeof INTEREST_BASES)[number];

export const PROOF_FORMS = ['usage-report', 'confirmation', 'quantities'] as const;
export type ProofForm = (typeof PROOF_FORMS)[number];

export const CONFIDENCES = ['confirmed', 'assumed', 'unconfirmed'] as const;
/**
 * How sure a figure is: `confirmed` by a source; `assumed`, carried forward from a source for other
 * years, computed with and shown as an assumption; `unconfirmed`: kept, shown, never computed with.
 */
export type Confidence = (typeof CONFIDENCES)[number];

export const CONTRACT_FORMS = ['free', 'model'] as const;
/** Whether the parties chose the text themselves, or the Land's "Mustervertrag" is used. */
export type ContractForm = (typeof CONTRACT_FORMS)[number];

/** What the Kreis owes the Land for one component in the given years (domain.md §4). */
export interface UpstreamRegime {
  readonly fromYear: number;
  readonly toYear: number;
  readonly legalBasis: Clause;
  readonly funding: FundingKind;
  readonly twoMonthRule: TwoMonthRule;
  readonly proof: {
    readonly form: ProofForm;
    readonly dueText: string;
    readonly receipts: boolean;
    readonly clause: Clause;
  };
  readonly unspent: UnspentRule;
  readonly interestBasis: InterestBasis;
  readonly contractForm: ContractForm;
  readonly confidence: Confidence;
  readonly note?: string;
}

export const RATE_KINDS = ['staff', 'assistant', 'material'] as const;
export type RateKind = (typeof RATE_KINDS)[number];

/** A yearly rate for 1.0 VzÄ, in force from a day until the next row of the same kind. */
export interface ProgrammeRate {
  readonly kind: RateKind;
  readonly validFrom: PlainDate;
  readonly amountCents: Cents;
  readonly clause: Clause;
  readonly confidence: Confidence;
  readonly note?: string;
}

/** "Festbetrag" of KOMM-AN II (R6a): quantity × sum, with the caps that the directive sets. */
export interface FixedSumItem {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly amountCents: Cents;
  readonly validFrom: PlainDate;
  /** At most so many units: per month, or in all. */
  readonly maxPerMonth?: number;
  readonly maxInTotal?: number;
  /** At most so much a day, and at most this share (percent) of the whole grant. */
  readonly maxCentsPerDay?: Cents;
  readonly maxPercentOfGrant?: number;
  readonly clause: Clause;
}

/** "Baustein": the part of a programme that has its own regime. */
export interface ComponentDefinition {
  readonly id: string;
  readonly name: string;
  /** For tables and charts: "KIM II". */
  readonly shortName: string;
  /** The clause that permits forwarding (R2); absent: no permission found, a red flag. */
  readonly forwardingClause?: Clause;
  readonly forwardingNote?: string;
  readonly regimes: readonly UpstreamRegime[];
  readonly rates: readonly ProgrammeRate[];
  readonly fixedSums: readonly FixedSumItem[];
}

export interface ProgrammeDefinition {
  readonly kind: 'programme';
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly grantor: string;
  readonly sources: readonly string[];
  readonly components: readonly ComponentDefinition[];
}
