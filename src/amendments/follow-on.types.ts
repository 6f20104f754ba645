import type { NewVersion } from '../contracts/contracts.js';
import type { Period, PlainDate } from '../domain/calendar/plain-date.js';
import type { Clause, PositionDefinition } from '../programmes/definitions/definition.js';
import type { Effects } from './effects.types.js';
import type { FlowObstacle, LineChange, NoticeLineChange } from './flow-down.types.js';

/** A notice line, and the lines of the follow-on notice that go on from it. */
export interface FollowedLine extends NoticeLineChange {
  /** In order of year. */
  readonly followers: readonly { readonly noticeLine: string; readonly year: number }[];
}

/** `left-out` by choice; `taken-over` already. */
export type FollowOnState = 'open' | 'taken-over' | 'left-out' | 'obstructed';

/** What a follow-on notice means for one contract. */
export interface ContractFollowOn {
  readonly contract: string;
  readonly title: string;
  readonly fileReference: string;
  readonly thirdTier: boolean;
  readonly state: FollowOnState;
  readonly obstacle?: FlowObstacle;
  /** A draft under way that the version by notice overtakes; it is to be drafted anew. */
  readonly overtakes?: number;
  readonly kind: 'by-notice' | 'amendment';
  readonly rule: 'R10' | 'R4';
  readonly clause: Clause;
  readonly inForceFrom: PlainDate;
  readonly inForceTo: PlainDate;
  readonly lines: readonly LineChange[];
  /** Lines that go on without anybody who pays in the first new year. */
  readonly unfunded: readonly string[];
  readonly versions: readonly number[];
  readonly proposed: readonly NewVersion[];
}

/** A post that goes on: its new end, who pays, and who goes on with it. */
export interface PositionFollowOn {
  readonly position: string;
  readonly label: string;
  readonly own: boolean;
  readonly state: 'open' | 'left-out';
  readonly changed: PositionDefinition;
  /** Whether the post itself gets another end or another notice line. */
  readonly headChanged: boolean;
  /** Ids of occupancies that ended with the old period and go on. */
  readonly occupancies: readonly string[];
}

/** "Anschlussbescheid": contracts, posts and running occupancies go on under the next notice. */
export interface FollowOn {
  readonly notice: string;
  readonly title: string;
  readonly follows: string;
  readonly period: Period;
  readonly noticeLines: readonly FollowedLine[];
  readonly contracts: readonly ContractFollowOn[];
  readonly positions: readonly PositionFollowOn[];
  readonly effects: Effects;
  /** R1: what goes on fits into what is granted. */
  readonly fits: boolean;
}
