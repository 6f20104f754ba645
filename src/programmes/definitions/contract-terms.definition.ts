import type { Clause } from './basics.definition.js';
import type { ProofForm, TwoMonthRule } from './programme.definition.js';

export const PRORATION_CONVENTIONS = [
  'calendar-month',
  'thirty-360',
  'actual-days',
  'full-month',
  'started-month',
] as const;
export type ProrationConvention = (typeof PRORATION_CONVENTIONS)[number];

export const CAP_LEVELS = ['per-post', 'per-line'] as const;
export type CapLevel = (typeof CAP_LEVELS)[number];

/** The terms of a contract version that something is computed from, each with its clause. */
export interface ContractTerms {
  readonly proration: {
    readonly convention: ProrationConvention;
    readonly clause: Clause;
    readonly note?: string;
  };
  readonly capLevel: { readonly level: CapLevel; readonly clause: Clause; readonly note?: string };
  /** Whether an unpaid spell (Elternzeit) cuts the cap (R9). */
  readonly unpaidSpells: { readonly cutCap: boolean; readonly clause: Clause };
  /** Day and month of the following year by which the proof is due; a Frist rolls (R12). */
  readonly proofDue: {
    readonly month: number;
    readonly day: number;
    readonly kind: 'frist' | 'termin';
    readonly form: ProofForm;
    readonly clause: Clause;
  };
  readonly quarterlyProof: {
    readonly on: boolean;
    readonly weeksAfterQuarter: number;
    readonly clause: Clause;
    readonly note?: string;
  };
  readonly noticePeriod: {
    readonly months: number;
    readonly to: 'year-end';
    readonly clause: Clause;
  };
  readonly twoMonthRule: {
    readonly state: TwoMonthRule;
    readonly clause: Clause;
    readonly note?: string;
  };
  /** "unmittelbare, analoge Anpassung": a changed notice changes the values without signature (R10). */
  readonly followsNotice: { readonly on: boolean; readonly clause: Clause };
}

export const CHECKLIST_ITEMS = [
  'kind-and-amount',
  'purpose',
  'financing-and-costs',
  'period',
  'anbest',
  'audit-rights',
  'withdrawal',
  'repayment-grounds',
  'interest',
  'reduction-with-notice',
  'proof',
  'retention',
  'no-further-forwarding',
] as const;
/** VV Nr. 12 zu § 44 LHO (R4), in the order of the glossary. */
export type ChecklistItem = (typeof CHECKLIST_ITEMS)[number];

export const CHECKLIST_STATES = ['explicit', 'by-reference', 'missing', 'contradictory'] as const;
export type ChecklistState = (typeof CHECKLIST_STATES)[number];

export interface ChecklistEntry {
  readonly item: ChecklistItem;
  readonly state: ChecklistState;
  readonly clause?: Clause;
  readonly note?: string;
}
