import type { Period, PlainDate } from '../domain/calendar/plain-date.js';
import type { PositionDefinition } from '../programmes/definitions/definition.js';
import type { Effects } from './effects.types.js';
import type { ContractPassing, NoticeLineChange } from './flow-down.types.js';

/** A notice line, and the lines of the follow-on notice that go on from it. */
export interface FollowedLine extends NoticeLineChange {
  /** In order of year. */
  readonly followers: readonly { readonly noticeLine: string; readonly year: number }[];
}

/** `left-out` by choice; `taken-over` already. */
export type FollowOnState = 'open' | 'taken-over' | 'left-out' | 'obstructed';

/** What a follow-on notice means for one contract. */
export interface ContractFollowOn extends ContractPassing {
  readonly state: FollowOnState;
  readonly inForceTo: PlainDate;
  /** Lines that go on without anybody who pays in the first new year. */
  readonly unfunded: readonly string[];
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
