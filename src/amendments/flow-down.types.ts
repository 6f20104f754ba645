import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { Cents } from '../domain/money/cents.js';
import type { Fte } from '../domain/proration/fte.js';
import type { Clause, CostKind } from '../programmes/definitions/definition.js';
import type { NewVersion } from '../contracts/contracts.js';
import type { Effects, HolderState } from './effects.types.js';

/** A sum for 1.0 VzÄ and year that became another. */
export interface UnitChange {
  readonly costKind: CostKind;
  readonly beforeCents: Cents;
  readonly afterCents: Cents;
}

export interface GrantedFigures {
  readonly fte: Fte;
  readonly amountCents: Cents;
}

/** What a notice line says now, and what it said before. */
export interface NoticeLineChange {
  /** Whose users are concerned. */
  readonly noticeLine: string;
  readonly component: string;
  readonly year: number;
  readonly clause: Clause;
  /** The days on which it counts. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly before: GrantedFigures;
  readonly after: GrantedFigures;
  readonly units: readonly UnitChange[];
  /** All rates for 1.0 VzÄ that stand in the notice now. */
  readonly unitsAfter: readonly Cents[];
}

/** Why a line is not simply recomputed, and somebody has to look at it. */
export const LINE_MARKS = ['fte-cut', 'amount-cut', 'other-rate', 'other-material'] as const;
export type LineMark = (typeof LINE_MARKS)[number];

export interface Shift<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** What becomes of a line: proposed figures, each old and new, and what stays open. */
export interface LineChange {
  readonly line: string;
  readonly title: string;
  readonly partner: string;
  readonly component: string;
  readonly clause: Clause;
  readonly fte?: Shift<Fte>;
  readonly annualRateCents?: Shift<Cents>;
  readonly materialCents?: Shift<Cents>;
  readonly ceilingCents?: Shift<Cents>;
  readonly marks: readonly LineMark[];
}

export const FLOW_STATES = [
  'open',
  'drafted',
  'sent',
  'effective',
  'marked',
  'obstructed',
] as const;
/**
 * How far a contract has followed: nothing drafted yet, drafted, sent, effective; `marked`: nothing
 * to compute, somebody decides; `obstructed`: something stands in the way.
 */
export type FlowState = (typeof FLOW_STATES)[number];

/** `later-version`: one that begins later would be lost; `draft-open`: first finish or discard it. */
export type FlowObstacle = 'later-version' | 'draft-open';

/** What a notice means for one contract, whether it changes another or goes on from it. */
export interface ContractPassing {
  readonly contract: string;
  readonly title: string;
  readonly fileReference: string;
  /** Partners forward to the third tier. */
  readonly thirdTier: boolean;
  readonly obstacle?: FlowObstacle;
  /** A draft under way that the version by notice overtakes; it is to be drafted anew. */
  readonly overtakes?: number;
  readonly kind: 'by-notice' | 'amendment';
  /** R10: without signatures, as the contract says itself; R4: with them. */
  readonly rule: 'R10' | 'R4';
  readonly clause: Clause;
  readonly inForceFrom: PlainDate;
  readonly lines: readonly LineChange[];
  /** Of the versions that this notice has caused already. */
  readonly versions: readonly number[];
  /** What would be drafted; several where later versions go on. */
  readonly proposed: readonly NewVersion[];
}

/** What a changed notice means for one contract. */
export interface ContractFlow extends ContractPassing {
  readonly state: FlowState;
}

/** A post of the Kreis itself on a changed notice line: its rate stands in the programme. */
export interface OwnPostFlow {
  readonly position: string;
  readonly label: string;
  readonly noticeLine: string;
  readonly fte: Fte;
  readonly programmeRateCents?: Cents;
  readonly noticeRateCents: Shift<Cents>;
  /** The programme does not know the notice's new rate yet. */
  readonly needsProgrammeRate: boolean;
}

/** A notice line with its change, and how it is used as the book stands now. */
export interface NoticeLineFlow extends NoticeLineChange {
  readonly now: HolderState;
}

/** "Ein geänderter Bescheid schlägt durch" (R10): what an amending notice does to all below it. */
export interface FlowDown {
  readonly notice: string;
  readonly title: string;
  readonly reference?: string;
  readonly issuedOn?: PlainDate;
  readonly amends: string;
  readonly effectiveFrom: PlainDate;
  readonly noticeLines: readonly NoticeLineFlow[];
  readonly contracts: readonly ContractFlow[];
  readonly ownPosts: readonly OwnPostFlow[];
  /** Every contract has followed, and no notice line is short. */
  readonly passedOn: boolean;
}

/** The same with all figures. */
export interface FlowDownPicture extends FlowDown {
  readonly effects: Effects;
}
