import type { Instant } from '../domain/calendar/instant.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { Cents } from '../domain/money/cents.js';
import type { Fte } from '../domain/proration/fte.js';
import type { PartnerSector } from '../programmes/definitions/definition.js';
import type { Flag } from './flag.js';

/** Euros of a year, and VzÄ on the day that is asked about. */
export interface Figure {
  readonly cents: Cents;
  readonly fte: Fte;
}

/** What one partner gets in a component and year; lines of the third tier are not counted again. */
export interface PartnerFigures {
  readonly partner: string;
  readonly name: string;
  readonly shortName: string;
  readonly sector: PartnerSector;
  readonly forwarded: Figure;
  readonly ownFundsCents: Cents;
  /** "Anspruch" up to the day that is asked about. */
  readonly entitledCents: Cents;
}

/** A component in a year: granted = forwarded + kept + remainder. */
export interface ComponentFigures {
  readonly component: string;
  readonly shortName: string;
  readonly name: string;
  readonly programme: string;
  readonly programmeName: string;
  readonly noticeLines: readonly string[];
  readonly granted: Figure;
  readonly forwarded: Figure;
  readonly bySector: Readonly<Record<PartnerSector, Figure>>;
  /** "Beim Kreis": its own posts. */
  readonly kept: Figure;
  /** Neither forwarded nor for posts: material, measures; negative where a cut left a shortage. */
  readonly remainder: Figure;
  /** The Kreis's own money, beside the grant. */
  readonly ownFundsCents: Cents;
  /** "Anspruch" so far of the partners, and of the Kreis's own posts. */
  readonly entitledCents: Cents;
  readonly ownEntitledCents: Cents;
  readonly partners: readonly PartnerFigures[];
}

export const FLOW_COLUMNS = ['source', 'component', 'recipient', 'purpose'] as const;
export type FlowColumn = (typeof FLOW_COLUMNS)[number];

export const FLOW_KINDS = [
  'notice',
  'own-funds',
  'component',
  'municipality',
  'welfare',
  'association',
  'kreis',
  'position',
  'material',
  'remainder',
  'others',
] as const;
export type FlowKind = (typeof FLOW_KINDS)[number];

/** A place that money passes; `count` says how many things stand behind it. */
export interface FlowNode {
  readonly id: string;
  readonly column: FlowColumn;
  readonly kind: FlowKind;
  readonly label: string;
  readonly cents: Cents;
  readonly count: number;
}

export interface FlowLink {
  readonly source: string;
  readonly target: string;
  readonly cents: Cents;
}

/** "Geldfluss": notice -> component -> recipients -> posts and other purposes. */
export interface Flow {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

/** All figures of the Übersicht for a year. */
export interface Overview {
  readonly year: number;
  readonly on: PlainDate;
  readonly knownAt?: Instant;
  readonly granted: Figure;
  readonly forwarded: Figure;
  readonly kept: Figure;
  readonly remainder: Figure;
  readonly ownFundsCents: Cents;
  readonly entitledCents: Cents;
  /** What towns refund the Kreis by agreements the other way round (R44). */
  readonly refundsExpectedCents: Cents;
  readonly components: readonly ComponentFigures[];
  readonly flags: readonly Flag[];
  readonly flow: Flow;
}
