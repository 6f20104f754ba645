import type { NewVersion } from '../contracts/contracts.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { Fte } from '../domain/proration/fte.js';
import type { Effects } from './effects.types.js';
import type { LineChange } from './flow-down.types.js';

/** "Verschiebung": vacant VzÄ go from one line to another from a day on. */
export interface FteMove {
  readonly fromLine: string;
  readonly toLine: string;
  readonly fte: Fte;
  readonly from: PlainDate;
}

/** What a contract would be amended to. */
export interface ContractWhatIf {
  readonly contract: string;
  readonly title: string;
  readonly fileReference: string;
  readonly inForceFrom: PlainDate;
  readonly lines: readonly LineChange[];
  /** A draft waits for signatures: it is finished or discarded before another is made. */
  readonly draftPending: boolean;
  readonly proposed: NewVersion;
}

/** A post on a line that gives VzÄ away, with the part that nobody fills: it may have to end. */
export interface VacantPost {
  readonly position: string;
  readonly label: string;
  readonly line: string;
  readonly plannedFte: Fte;
  readonly vacantFte: Fte;
}

/** "Was wäre, wenn": what moves of VzÄ would do; nothing is written. */
export interface WhatIf {
  readonly moves: readonly FteMove[];
  readonly contracts: readonly ContractWhatIf[];
  readonly vacantPosts: readonly VacantPost[];
  readonly effects: Effects;
  /** R1: no notice line runs short. */
  readonly fits: boolean;
}
