/** The columns of a pasted range of occupancies, in the order that is meant without headings. */
export const ORDER = [
  'position',
  'personKey',
  'from',
  'to',
  'share',
  'cover',
  'unpaidFrom',
  'unpaidTo',
  'unpaidReason',
] as const;
export type PasteColumn = (typeof ORDER)[number];

interface ColumnWords {
  /** As the page calls it. */
  readonly heading: string;
  /** What people write instead, in small letters without blanks, points and hyphens. */
  readonly also: readonly string[];
  readonly isNeeded: boolean;
}

/** What the columns are called. */
export const PASTE_COLUMNS: Readonly<Record<PasteColumn, ColumnWords>> = {
  position: {
    ...{ heading: 'Stelle', isNeeded: true },
    also: ['stellennummer', 'stellennr', 'stellenbezeichnung'],
  },
  personKey: {
    ...{ heading: 'Kennung', isNeeded: true },
    also: ['schlüssel', 'personenkennung', 'personenschlüssel', 'pseudonym'],
  },
  from: { heading: 'von', also: ['ab', 'beginn', 'erstertag'], isNeeded: true },
  to: { heading: 'bis', also: ['ende', 'letztertag'], isNeeded: false },
  share: { heading: 'Anteil', also: ['vzä', 'vzae', 'stellenanteil', 'anteilvzä'], isNeeded: true },
  cover: { heading: 'Vertretung', also: ['vertretungja/nein'], isNeeded: false },
  unpaidFrom: { heading: 'unbezahlt von', also: ['unbezahltab'], isNeeded: false },
  unpaidTo: { heading: 'unbezahlt bis', also: [], isNeeded: false },
  unpaidReason: { heading: 'Grund', also: ['unbezahltgrund', 'grundunbezahlt'], isNeeded: false },
};

/** A cell that cannot be read, with what was expected. */
export interface CellError {
  /** As the spreadsheet counts: the first line of the range is 1. */
  readonly row: number;
  /** Its heading; '' for the whole row. */
  readonly column: string;
  readonly message: string;
}

/** The column that a heading names, however it is spelt. */
export function columnNamed(heading: string): PasteColumn | undefined {
  const word = plain(heading);
  return ORDER.find((column) => {
    const { heading: own, also } = PASTE_COLUMNS[column];
    return plain(own) === word || also.includes(word);
  });
}

function plain(heading: string): string {
  return heading.toLowerCase().replaceAll(/[\s.\-()_:]/g, '');
}

export function cellError(row: number, column: PasteColumn, message: string): CellError {
  return { row, column: PASTE_COLUMNS[column].heading, message };
}
