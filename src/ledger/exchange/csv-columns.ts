/** "Spalten": what a CSV file of the journal holds; one row is one posting. */

export interface CsvColumn {
  /** As the JSON lines name the field. */
  readonly field: string;
  readonly head: string;
  /** Whether the row's entry has it, so that all its rows say the same; or the posting alone. */
  readonly of: 'entry' | 'posting';
  /** Whether an import reads it; the others are there for people and for comparison. */
  readonly read: boolean;
}

const told = (field: string, head: string): CsvColumn => ({
  ...{ field, head, of: 'entry', read: false },
});
const entry = (field: string, head: string): CsvColumn => ({
  ...{ field, head, of: 'entry', read: true },
});
const posting = (field: string, head: string): CsvColumn => ({
  ...{ field, head, of: 'posting', read: true },
});

export const CSV_COLUMNS: readonly CsvColumn[] = [
  told('sequence', 'Lfd. Nr.'),
  told('recordedAt', 'Erfasst am'),
  entry('id', 'Buchung'),
  entry('effectiveOn', 'Wirksam am'),
  entry('kind', 'Art'),
  told('kindName', 'Art in Worten'),
  entry('subject', 'Grundlage'),
  entry('text', 'Text'),
  entry('actors', 'Handelnde'),
  told('commandKey', 'Vorgang'),
  entry('reverses', 'Storno von'),
  posting('line', 'Zeile'),
  posting('account', 'Konto'),
  { field: 'accountName', head: 'Kontoname', of: 'posting', read: false },
  posting('amount', 'Betrag'),
  posting('programme', 'Programm'),
  posting('component', 'Baustein'),
  posting('budgetYear', 'Haushaltsjahr'),
  posting('noticeLine', 'Bescheidzeile'),
  posting('contract', 'Vertrag'),
  posting('allocationLine', 'Zuweisungszeile'),
  posting('partner', 'Partner'),
  posting('claim', 'Forderung'),
  told('hash', 'Prüfsumme'),
];

export const CSV_HEADS: readonly string[] = CSV_COLUMNS.map(({ head }) => head);

/** The head of the column that holds a field; the postings as a whole are told at their amounts. */
export function headOf(field: string): string {
  const held = field === 'postings' ? 'amount' : field;
  return CSV_COLUMNS.find((column) => column.field === held)?.head ?? field;
}
