import type { Period, PlainDate } from '../../domain/calendar/plain-date.js';
import type { Cents } from '../../domain/money/cents.js';
import type { Fte } from '../../domain/proration/fte.js';

/**
 * The definition files (`contracts/**.yaml`) as they are after parsing: every figure in a domain
 * type, every default filled in. Nothing behind this file sees YAML.
 */

/** Where a figure comes from: "§ 6", "Nr. 2.1 KIM-Richtlinie". */
export type Clause = string;

/** "Beispiel": what is made up about a thing, in one German sentence. Absent: taken from a source. */
export type ExampleNote = string;

/** A place in a definition file, for messages: `contracts/…/kim.yaml:34 (lines[2].fte)`. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
}

/** The Kreis itself, where a party or an employer is named. */
export const KREIS = 'kreis';

// ---------------------------------------------------------------- programmes

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

// ---------------------------------------------------------------- law tables

/** A dated row of law; `value` is exact decimal text ("3.12", "-0.88", "5"). */
export interface LawRow {
  readonly key: string;
  readonly validFrom: PlainDate;
  readonly value: string;
  readonly clause: Clause;
}

export const LAW_TABLES = [
  'base-rate',
  'interest-margin',
  'one-off-holiday',
  'small-amount',
  'retention',
] as const;
/**
 * `base-rate`: percent a year (§ 247 BGB), key "base-rate". `interest-margin`: points, key = an
 * {@link InterestBasis}. `one-off-holiday`: key = name, validFrom = the day. `small-amount`: euros.
 * `retention`: years.
 */
export type LawTableName = (typeof LAW_TABLES)[number];

export interface LawTableDefinition {
  readonly kind: 'law';
  readonly table: LawTableName;
  /** The last day for which the table says anything; a later day is an error, never a guess. */
  readonly publishedUntil?: PlainDate;
  readonly rows: readonly LawRow[];
}

// ---------------------------------------------------------------- notices

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

/** "Zuwendungsbescheid". `amends` names the notice that an amending notice changes. */
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
  readonly lines: readonly NoticeLineDefinition[];
  readonly openItems: readonly string[];
  readonly sources: readonly string[];
  readonly example?: ExampleNote;
}

// ---------------------------------------------------------------- partners

export const PARTNER_SECTORS = ['municipality', 'welfare', 'association'] as const;
export type PartnerSector = (typeof PARTNER_SECTORS)[number];

/** "Weiterleitungsempfänger": a city, a welfare provider or an association. */
export interface PartnerDefinition {
  readonly id: string;
  readonly name: string;
  /** For charts and tables: "Lünen". */
  readonly shortName: string;
  readonly sector: PartnerSector;
  readonly otherNames: readonly string[];
  readonly address: {
    readonly street: string;
    readonly houseNumber: string;
    readonly postcode: string;
    readonly city: string;
  };
  readonly bankAccount: { readonly holder: string; readonly iban: string };
  readonly note?: string;
  readonly example?: ExampleNote;
}

export interface PartnersDefinition {
  readonly kind: 'partners';
  readonly partners: readonly PartnerDefinition[];
}

// ---------------------------------------------------------------- contracts

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

export interface ContractPart {
  readonly title: string;
  readonly clause: Clause;
  readonly reference?: string;
  readonly datedOn?: PlainDate;
  readonly handedOverOn?: PlainDate;
  readonly note?: string;
}

export interface Signature {
  /** `kreis` ({@link KREIS}) or a partner's id. */
  readonly party: string;
  readonly signedOn: PlainDate;
  readonly example?: ExampleNote;
}

/** Who pays for a line in a year: a notice line, the Kreis itself, or a line above it (third tier). */
export type LineFunding =
  | { readonly source: 'notice-line'; readonly year: number; readonly noticeLine: string }
  | { readonly source: 'own-funds'; readonly year: number; readonly note?: string }
  | { readonly source: 'allocation-line'; readonly year: number; readonly allocationLine: string };

/** Quantity of one fixed sum that is agreed for a line (R6a). */
export interface LineMeasure {
  readonly item: string;
  readonly quantity: number;
  readonly months?: number;
}

/** "Zuweisungszeile": what one partner gets for one component. Its id stays over the versions. */
export interface AllocationLineDefinition {
  readonly id: string;
  readonly partner: string;
  readonly component: string;
  readonly title: string;
  readonly region: string;
  readonly towns: readonly string[];
  readonly fte: Fte;
  /** Euros per 1.0 VzÄ and calendar year. */
  readonly annualRateCents: Cents;
  /** Material or fixed sum of the whole line and calendar year. */
  readonly materialCents: Cents;
  /** The most that the line yields in a calendar year. */
  readonly ceilingCents: Cents;
  readonly measures: readonly LineMeasure[];
  readonly funding: readonly LineFunding[];
  /** The clause or consent that permits this forwarding (R2); absent: red flag. */
  readonly permission?: Clause;
  readonly permissionNote?: string;
  readonly clause: Clause;
  readonly note?: string;
  readonly example?: ExampleNote;
}

export const VERSION_KINDS = ['base', 'amendment', 'by-notice'] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/** "Fassung": the whole text and figures of a contract from a day on. */
export interface ContractVersionDefinition {
  readonly number: number;
  readonly kind: VersionKind;
  readonly title: string;
  /** "Schriftform": the date of the document. */
  readonly writtenOn?: PlainDate;
  readonly inForceFrom: PlainDate;
  /** The last day of the term as known, with follow-on notices. */
  readonly inForceTo: PlainDate;
  readonly signatures: readonly Signature[];
  readonly summary: string;
  readonly terms: ContractTerms;
  readonly checklist: readonly ChecklistEntry[];
  readonly parts: readonly ContractPart[];
  readonly lines: readonly AllocationLineDefinition[];
  readonly openItems: readonly string[];
  readonly example?: ExampleNote;
}

export interface ContractDefinition {
  readonly kind: 'contract';
  readonly id: string;
  readonly programme: string;
  readonly title: string;
  readonly fileReference: string;
  readonly legalForm: 'contract' | 'notice';
  /** `forwarding` gives money to the partners; `refund` gets it from them (R44). */
  readonly direction: 'forwarding' | 'refund';
  readonly form: ContractForm;
  /** Who passes the money on: `kreis`, or the partner whose allocation line pays (third tier). */
  readonly forwardedBy: string;
  readonly partners: readonly string[];
  readonly versions: readonly ContractVersionDefinition[];
  readonly sources: readonly string[];
  readonly example?: ExampleNote;
}

// ---------------------------------------------------------------- positions

/** "Unbezahlte Zeit": no cost arises (Elternzeit, end of sick pay). */
export interface UnpaidSpell {
  readonly period: Period;
  readonly reason: string;
}

/** "Stellenbesetzung". `personKey` is the employer's pseudonym, the same across programmes. */
export interface OccupancyDefinition {
  readonly id: string;
  readonly personKey: string;
  readonly from: PlainDate;
  /** Absent: still running. */
  readonly to?: PlainDate;
  readonly share: Fte;
  /** Cover or handover: may overlap above the planned share, and never counts above it. */
  readonly cover: boolean;
  readonly unpaid: readonly UnpaidSpell[];
  readonly example?: ExampleNote;
}

/** What a post of the Kreis itself is paid from, year by year. */
export interface OwnPostFunding {
  readonly year: number;
  readonly noticeLine: string;
}

/** "Stelle". On an allocation line of a partner, or the Kreis's own on notice lines. */
export interface PositionDefinition {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly component: string;
  readonly plannedFte: Fte;
  readonly from: PlainDate;
  readonly to?: PlainDate;
  /** A partner's id, or `kreis`. */
  readonly employer: string;
  readonly placeOfWork: string;
  readonly allocationLine?: string;
  /** Only for the Kreis's own posts: which programme rates apply, and who pays. */
  readonly own?: {
    readonly rateKind: 'staff' | 'assistant';
    readonly withMaterial: boolean;
    readonly funding: readonly OwnPostFunding[];
  };
  readonly occupancies: readonly OccupancyDefinition[];
  readonly example?: ExampleNote;
}

export interface PositionsDefinition {
  readonly kind: 'positions';
  readonly positions: readonly PositionDefinition[];
}

export type Definition =
  | ProgrammeDefinition
  | LawTableDefinition
  | NoticeDefinition
  | PartnersDefinition
  | ContractDefinition
  | PositionsDefinition;

/** A parsed file: its definition, and where each part of it stands. */
export interface DefinitionFile<D extends Definition = Definition> {
  /** As the user named it, or relative to the folder of definitions. */
  readonly file: string;
  readonly sha256: string;
  readonly definition: D;
  /** Finds the line of a path such as `versions[2].lines[0].fte`; of its nearest parent if it is a default. */
  placeOf(path: string): SourcePlace;
}
