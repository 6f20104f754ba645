import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type { Cents } from '../../domain/money/cents.js';
import type { Fte } from '../../domain/proration/fte.js';
import type { Clause, ExampleNote } from './basics.definition.js';
import type { ChecklistEntry, ContractTerms } from './contract-terms.definition.js';
import type { ContractForm } from './programme.definition.js';

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

/** "Wortlaut" of one paragraph sign: § 6 with its heading and text, Absatz by Absatz. */
export interface ContractClause {
  /** "§ 6". */
  readonly number: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
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
  /** When the draft went out to be signed. */
  readonly sentOn?: PlainDate;
  /** The notice that caused this version (R10). */
  readonly cause?: string;
  readonly inForceFrom: PlainDate;
  /** The last day of the term as known, with follow-on notices. */
  readonly inForceTo: PlainDate;
  readonly signatures: readonly Signature[];
  readonly summary: string;
  readonly terms: ContractTerms;
  readonly checklist: readonly ChecklistEntry[];
  /** Empty where no text is at hand. */
  readonly clauses: readonly ContractClause[];
  readonly parts: readonly ContractPart[];
  readonly lines: readonly AllocationLineDefinition[];
  readonly openItems: readonly string[];
  readonly example?: ExampleNote;
}

/** "Kündigung" by one party; it ends the contract for all (KIM contract § 15). */
export interface Termination {
  /** `kreis` ({@link KREIS}) or a partner's id. */
  readonly party: string;
  readonly receivedOn: PlainDate;
  /** The last day of the contract for all parties. */
  readonly endsOn: PlainDate;
  readonly clause: Clause;
  readonly note?: string;
}

/** "Kopf": file, form and parties of a contract, without its versions. */
export interface ContractHead {
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
  readonly sources: readonly string[];
  readonly example?: ExampleNote;
}

export interface ContractDefinition extends ContractHead {
  readonly kind: 'contract';
  readonly versions: readonly ContractVersionDefinition[];
  readonly termination?: Termination;
}
