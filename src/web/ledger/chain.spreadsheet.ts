import type {
  Spreadsheet,
  SpreadsheetCell,
  SpreadsheetColumn,
} from '../../documents/spreadsheet.types.js';
import { parseAmount } from '../../domain/money/amount-text.js';
import { cents } from '../../domain/money/cents.js';
import { CHART } from '../../ledger/ledger.js';
import {
  contentOf,
  type ChainEnd,
  type EntryContent,
  type JournalItem,
  type PostingContent,
} from '../../ledger/exchange/journal.types.js';
import { entryKindNames } from '../../ledger/ledger.types.js';

type Cell = SpreadsheetCell | undefined;

/** A column of the workbook, and what of an entry and one of its postings it holds. */
interface Column extends SpreadsheetColumn {
  readonly cell: (posting: PostingContent, entry: EntryContent, item: JournalItem) => Cell;
}

const COLUMNS: readonly Column[] = [
  { head: 'Lfd. Nr.', kind: 'whole', cell: (_, __, { sequence }) => whole(sequence) },
  { head: 'Erfasst am (UTC)', kind: 'text', cell: (_, __, item) => text(item.recordedAt) },
  {
    head: 'Wirksam am',
    kind: 'day',
    cell: (_, entry) => ({ kind: 'day', day: entry.effectiveOn }),
  },
  { head: 'Art', kind: 'text', cell: (_, { kind }) => text(kind) },
  { head: 'Art in Worten', kind: 'text', cell: (_, { kind }) => text(entryKindNames[kind]) },
  { head: 'Grundlage', kind: 'text', cell: (_, { subject }) => text(subject) },
  { head: 'Text', kind: 'text', cell: (_, entry) => text(entry.text) },
  { head: 'Konto', kind: 'text', cell: ({ account }) => text(account) },
  { head: 'Kontoname', kind: 'text', cell: ({ account }) => text(CHART[account].name) },
  { head: 'Soll', kind: 'money', cell: ({ amount }) => debit(amount) },
  { head: 'Haben', kind: 'money', cell: ({ amount }) => credit(amount) },
  { head: 'Programm', kind: 'text', cell: ({ programme }) => text(programme) },
  { head: 'Baustein', kind: 'text', cell: ({ component }) => text(component) },
  { head: 'Haushaltsjahr', kind: 'whole', cell: ({ budgetYear }) => whole(budgetYear) },
  { head: 'Bescheidzeile', kind: 'text', cell: ({ noticeLine }) => text(noticeLine) },
  { head: 'Vertrag', kind: 'text', cell: ({ contract }) => text(contract) },
  { head: 'Zuweisungszeile', kind: 'text', cell: ({ allocationLine }) => text(allocationLine) },
  { head: 'Partner', kind: 'text', cell: ({ partner }) => text(partner) },
  { head: 'Forderung', kind: 'text', cell: ({ claim }) => text(claim) },
  { head: 'Storno von', kind: 'text', cell: (_, { reverses }) => text(reverses) },
  { head: 'Buchung', kind: 'text', cell: (_, { id }) => text(id) },
  { head: 'Prüfsumme', kind: 'text', cell: (_, __, { hash }) => text(hash) },
];

/** The whole journal in the order of its chain, one row for each posting. */
export function chainSpreadsheet(items: readonly JournalItem[], head: ChainEnd): Spreadsheet {
  const rows = items.flatMap((item) => {
    const content = contentOf(item);
    if (content.type !== 'entry') return [];
    return content.postings.map((posting) =>
      COLUMNS.map(({ cell }) => cell(posting, content, item)),
    );
  });
  return {
    name: 'Journal',
    columns: COLUMNS.map(({ head: name, kind }) => ({ head: name, kind })),
    rows,
    notes: [
      { label: 'Was darin steht', value: 'Jede Zeile ist eine Buchungszeile des Journals.' },
      { label: 'Reihenfolge', value: 'wie erfasst; die laufende Nummer steht auch in der Kette' },
      { label: 'Zeilen', value: rows.length.toString() },
      {
        label: 'Letztes Glied der Kette',
        value: `Nr. ${head.sequence} vom ${head.recordedAt} (UTC)`,
      },
      { label: 'Prüfsumme dieses Gliedes', value: head.hash },
    ],
  };
}

function text(value: string | undefined): Cell {
  return value === undefined ? undefined : { kind: 'text', text: value };
}

function whole(count: number | undefined): Cell {
  return count === undefined ? undefined : { kind: 'whole', count };
}

function debit(amount: string): Cell {
  return amount.startsWith('-') ? undefined : { kind: 'money', cents: parseAmount(amount) };
}

function credit(amount: string): Cell {
  if (!amount.startsWith('-')) return undefined;
  return { kind: 'money', cents: cents(-parseAmount(amount)) };
}
