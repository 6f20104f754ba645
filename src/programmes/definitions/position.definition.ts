import type { Period, PlainDate } from '../../domain/calendar/plain-date.js';
import type { Fte } from '../../domain/proration/fte.js';
import type { ExampleNote } from './basics.definition.js';

const PERSON_KEY = /^(?=.*\d)[A-Z0-9]+(?:-[A-Z0-9]+)+$/;
const PERSON_KEY_LENGTH_MAX = 64;

/** A pseudonym that the employer gave ("LUE-7F3A"); a name is none, so that none gets in by mistake. */
export function isPersonKey(text: string): boolean {
  return PERSON_KEY.test(text) && text.length <= PERSON_KEY_LENGTH_MAX;
}

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
