import type { Spreadsheet, SpreadsheetCell } from '../../documents/spreadsheet.types.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { cents } from '../../domain/money/cents.js';
import type { JournalEntry, JournalPosting } from '../../ledger/ledger.types.js';
import type { FileOrigin } from '../lists/list.spreadsheet.js';
import { day, money, text, whole } from '../lists/list-value.js';
import { momentText } from '../lists/list.words.js';
import type { OpenLedger } from './ledger-pages.js';
import { labelOf } from './question-fields.view.js';
import { entryKindNames, sideNames } from './ledger.words.js';

type Cell = SpreadsheetCell | undefined;

const COLUMNS: Spreadsheet['columns'] = [
  { head: 'Nr.', kind: 'whole' },
  { head: 'Zeile', kind: 'whole' },
  { head: 'Wirksam am', kind: 'day' },
  { head: 'Erfasst am', kind: 'text' },
  { head: 'Art', kind: 'text' },
  { head: 'Text', kind: 'text' },
  { head: 'Grundlage', kind: 'text' },
  { head: 'Konto', kind: 'text' },
  { head: 'Kontoname', kind: 'text' },
  { head: sideNames.debit, kind: 'money' },
  { head: sideNames.credit, kind: 'money' },
  { head: 'Haushaltsjahr', kind: 'whole' },
  { head: 'Wofür', kind: 'text' },
  { head: 'Vertrag', kind: 'text' },
  { head: 'Partner', kind: 'text' },
  { head: 'Programm', kind: 'text' },
  { head: 'Baustein', kind: 'text' },
  { head: 'Kennung der Buchung', kind: 'text' },
];

/** The journal to take away: one row per posting, with what a reader needs who has only the file. */
export function journalSpreadsheet(
  open: OpenLedger,
  entries: readonly JournalEntry[],
  { more, origin }: { readonly more: boolean; readonly origin: FileOrigin },
): Spreadsheet {
  return {
    name: 'Buch',
    columns: COLUMNS,
    rows: entries.flatMap((entry) => entry.postings.map((posting) => rowOf(open, entry, posting))),
    notes: [
      { label: 'Was darin steht', value: 'Je Zeile eine Seite einer Buchung, die neueste zuerst.' },
      ...questionNotes(open),
      {
        label: 'Buchungen',
        value: more ? `die neuesten ${entries.length}; es gibt mehr` : entries.length.toString(),
      },
      { label: 'Erzeugt', value: momentText(origin.madeAt) },
      { label: 'Herausgeber', value: origin.officeName },
      ...(origin.exampleBook
        ? [{ label: 'Hinweis', value: 'Beispielbuch – kein amtliches Dokument' }]
        : []),
    ],
  };
}

function rowOf(
  { names }: OpenLedger,
  entry: JournalEntry,
  posting: JournalPosting,
): readonly Cell[] {
  const { contract, partner, programme, component } = posting;
  return [
    whole(entry.sequence ?? undefined),
    whole(posting.line),
    day(entry.effectiveOn),
    text(entry.recordedAt === null ? '' : momentText(entry.recordedAt)),
    text(entryKindNames[entry.kind]),
    text(entry.text),
    text(names.basis(entry.subject).label),
    text(posting.account),
    text(names.account(posting.account)),
    posting.cents > 0n ? money(posting.cents) : undefined,
    posting.cents < 0n ? money(cents(-posting.cents)) : undefined,
    whole(posting.budgetYear),
    text(names.place(posting).label),
    text(contract && names.contract(contract).label),
    text(partner && names.partner(partner).label),
    text(programme && names.book.shortProgramme(programme)),
    text(component && names.book.component(component)),
    text(entry.id),
  ];
}

const LABELS: Readonly<Record<string, string>> = {
  suche: 'Suche',
  konto: 'Konto',
  art: 'Art',
  von: 'Wirksam von',
  bis: 'Wirksam bis',
  jahr: 'Haushaltsjahr',
};

/** What the rows are narrowed to, and as of which knowledge. */
export function questionNotes(open: OpenLedger): Spreadsheet['notes'] {
  const { question, names } = open;
  const chosen = question.pairs.filter(({ name }) => name !== 'bekannt');
  const known = question.knownOn === undefined ? 'heute' : formatGermanDay(question.knownOn);
  return [
    ...chosen.map(({ name, value }) => ({
      label: `Auswahl: ${LABELS[name] ?? name}`,
      value:
        name === 'konto' && question.account
          ? names.account(question.account)
          : labelOf(names, name, value),
    })),
    { label: 'Wie bekannt am', value: known },
  ];
}
