import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { Cents } from '../domain/money/cents.js';
import type { Fraction } from '../domain/money/fraction.js';
import type { Fte } from '../domain/proration/fte.js';

/** What a column of a spreadsheet holds; decides how its cells are stored and shown. */
export const SPREADSHEET_KINDS = ['text', 'money', 'fte', 'day', 'whole', 'percent'] as const;
export type SpreadsheetKind = (typeof SPREADSHEET_KINDS)[number];

/** A cell with its meaning, so that nobody has to guess it from text. */
export type SpreadsheetCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'money'; readonly cents: Cents }
  | { readonly kind: 'fte'; readonly fte: Fte }
  | { readonly kind: 'day'; readonly day: PlainDate }
  | { readonly kind: 'whole'; readonly count: number }
  | { readonly kind: 'percent'; readonly share: Fraction };

export interface SpreadsheetColumn {
  readonly head: string;
  readonly kind: SpreadsheetKind;
}

/**
 * Rows and columns to take away as XLSX or CSV. Whoever exports turns the facts of the case into
 * such a spreadsheet; this module knows no contract.
 */
export interface Spreadsheet {
  /** Name of its sheet, at most 31 characters: "Ansprüche 2025". */
  readonly name: string;
  readonly columns: readonly SpreadsheetColumn[];
  /** A cell for each column; undefined where nothing is known. */
  readonly rows: readonly (readonly (SpreadsheetCell | undefined)[])[];
  /** "Erläuterung": what the rows are, as of when, under which rules. Stands on a sheet of its own. */
  readonly notes: readonly { readonly label: string; readonly value: string }[];
}
