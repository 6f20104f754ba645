import type { Tone } from './badge.js';
import type { LinkView } from './link.js';
import type { CellView, TableView } from './table.js';

/** A figure on top of a page. */
export interface TileView {
  readonly label: string;
  readonly figure: string;
  readonly lines: readonly string[];
  readonly tone: '' | 'warning' | 'danger' | 'muted';
  readonly explain?: LinkView;
}

/** A fact with its name. */
export interface MetaView {
  readonly label: string;
  readonly value: CellView;
}

/** "Warnung": what threatens money, is unclear, or was assumed. */
export interface FlagView {
  readonly tone: Exclude<Tone, 'success'>;
  /** The tone in a word, for those who do not see it. */
  readonly toneName: string;
  readonly title: string;
  readonly detail: string;
  /** '' where there is no page to go to. */
  readonly href: string;
  /** The rule of the rulebook: "R2". */
  readonly rule: string;
}

/** An event in time, such as a version of a contract. */
export interface TimelineEntryView {
  /** ISO day. */
  readonly day: string;
  readonly when: string;
  readonly title: string;
  readonly text: string;
  readonly current: boolean;
  readonly draft: boolean;
  readonly links: readonly LinkView[];
}

/** A remark beside the figures. */
export interface NoteView {
  readonly tone: '' | 'warning' | 'danger';
  readonly texts: readonly string[];
}

/** A picture with its key and the same as a table. */
export interface ChartView {
  readonly label: string;
  readonly svg: string;
  readonly legend: readonly LegendEntryView[];
  readonly table: TableView;
}

export interface LegendEntryView {
  readonly label: string;
  /** SVG in a box of 22 × 18. */
  readonly mark: string;
}

/** Where one is in a long list. */
export interface PaginationView {
  readonly text: string;
  /** Addresses; '' where one is there already. */
  readonly first: string;
  readonly previous: string;
  readonly next: string;
  readonly last: string;
}
