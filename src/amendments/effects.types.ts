import type { Period, PlainDate } from '../domain/calendar/plain-date.js';
import type { Derivation } from '../domain/derivation/derivation.js';
import type { Cents } from '../domain/money/cents.js';
import type { Fte } from '../domain/proration/fte.js';

/** What is added up: VzÄ at the end of a year, its ceiling, its entitlement, and that up to a day. */
export interface EffectFigures {
  readonly fte: Fte;
  readonly ceilingCents: Cents;
  /** "Anspruch" of the whole year, as the posts are known to be filled. */
  readonly entitledCents: Cents;
  /** "bis heute": the same up to the day that is asked about. */
  readonly toDateCents: Cents;
}

/** A line in a year on one side of a change. */
export interface LineSide extends EffectFigures {
  readonly annualRateCents: Cents;
  readonly materialCents: Cents;
  /** Of a whole year in which nothing else is agreed. */
  readonly fullCeilingCents: Cents;
  derivation(): Derivation | undefined;
  ceilingDerivation(): Derivation;
}

/** A post in a year on one side of a change. */
export interface PostSide {
  readonly fte: Fte;
  readonly entitledCents: Cents;
  readonly toDateCents: Cents;
  derivation(): Derivation | undefined;
}

export interface PostEffect {
  readonly position: string;
  readonly label: string;
  readonly before: PostSide;
  readonly after: PostSide;
  readonly differenceCents: Cents;
  readonly differenceToDateCents: Cents;
}

/** A post of the Kreis itself: what it may take of its notice line changes too. */
export interface OwnPostEffect extends PostEffect {
  readonly component: string;
  readonly noticeLine: string;
  /** If it is filled all the time. */
  readonly plannedBeforeCents: Cents;
  readonly plannedAfterCents: Cents;
}

/** What a change does to one line in one year. */
export interface LineEffect {
  readonly contract: string;
  readonly line: string;
  readonly title: string;
  readonly partner: string;
  readonly component: string;
  readonly year: number;
  /** Tracked, not booked: part of the line above, and in no sum but its contract's. */
  readonly subForwarding: boolean;
  /** Absent: own funds, a line above, or nobody pays in the year. */
  readonly noticeLine?: string;
  readonly before: LineSide;
  readonly after: LineSide;
  readonly difference: EffectFigures;
  readonly posts: readonly PostEffect[];
}

/** The changed lines of one partner, component, notice line or contract, added up. */
export interface SumEffect {
  readonly id: string;
  readonly before: EffectFigures;
  readonly after: EffectFigures;
  readonly difference: EffectFigures;
}

/** Days on which the same VzÄ stand granted and used. */
export interface FteDays {
  readonly period: Period;
  readonly grantedFte: Fte;
  readonly usedFte: Fte;
  /** Below zero: a shortage (R1). */
  readonly freeFte: Fte;
}

/** Where more is used than granted (R1): red. */
export type ShortageEffect =
  | { readonly measure: 'fte'; readonly period: Period; readonly missingFte: Fte }
  | { readonly measure: 'cents'; readonly period: Period; readonly missingCents: Cents };

/** What a notice line, or a line to those below it, grants in a year, and what is used of it. */
export interface HolderState {
  readonly grantedCents: Cents;
  readonly usedCents: Cents;
  readonly freeCents: Cents;
  readonly days: readonly FteDays[];
  readonly shortages: readonly ShortageEffect[];
}

export interface HolderEffect {
  readonly kind: 'notice-line' | 'allocation-line';
  readonly id: string;
  readonly year: number;
  readonly before: HolderState;
  readonly after: HolderState;
}

/** All that a change does in one calendar year. */
export interface YearEffects {
  readonly year: number;
  readonly lines: readonly LineEffect[];
  readonly ownPosts: readonly OwnPostEffect[];
  readonly partners: readonly SumEffect[];
  readonly components: readonly SumEffect[];
  readonly noticeLines: readonly SumEffect[];
  readonly contracts: readonly SumEffect[];
  readonly total: SumEffect;
  /** The notice lines concerned, and lines that run short below. */
  readonly holders: readonly HolderEffect[];
}

/** "Auswirkung": what a change does, year by year. Only what it touches is told. */
export interface Effects {
  /** The day of "to date". */
  readonly on: PlainDate;
  readonly years: readonly YearEffects[];
  readonly differenceCents: Cents;
  readonly differenceToDateCents: Cents;
}
