/**
 * A plain sheet on paper: heading, facts, tables, remarks. Whoever prints turns the facts of the
 * case into such a sheet; this module knows no contract and no amount.
 */
export interface Sheet {
  readonly title: string;
  readonly subtitle: string;
  /** Who prints: "Kreis Unna", and what a reader must know at once ("Beispielbuch"). */
  readonly sender: string;
  readonly senderNote: string;
  readonly facts: readonly SheetFact[];
  readonly tables: readonly SheetTable[];
  readonly remarks: readonly string[];
  /** Stands at the foot of each page: what the sheet was made from, and when. */
  readonly footer: string;
  /** Instant of the facts, so that the same facts give the same bytes. */
  readonly issuedAt: string;
}

export interface SheetFact {
  readonly label: string;
  readonly value: string;
}

export interface SheetColumn {
  readonly head: string;
  /** Share of the sheet's width; the shares of a table add up to 1. */
  readonly share: number;
  readonly numeric: boolean;
}

export interface SheetTable {
  readonly heading: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly string[])[];
  /** The closing row, in bold; absent where nothing is summed. */
  readonly total?: readonly string[];
}
