import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { SealedClosing } from '../../ledger/closing-seal.queries.js';
import type { SealMail } from '../../ledger/seal-mails.queries.js';
import type { Balance } from '../../ledger/ledger.queries.js';
import type { Sheet, SheetTable } from '../../documents/sheet.types.js';
import type { LinkView } from '../components/link.js';
import type { MetaView } from '../components/parts.js';
import { cell, type TableView } from '../components/table.js';
import { grouped } from '../lists/list.words.js';
import { paths } from '../paths.js';
import type { WebSettings } from '../shell/web-settings.js';
import { mailFacts } from './seal-mail.view.js';
import { closedWhen, lastDayOf, monthText } from './closings.view.js';
import type { OpenLedger } from './ledger-pages.js';
import { trialBalanceView } from './trial-balance.view.js';

/** A closing with its seal, and what stood on the accounts at its end. */
export interface ClosingView {
  readonly facts: readonly MetaView[];
  readonly hash: string;
  readonly files: readonly LinkView[];
  readonly balanceSheet: TableView;
  readonly memo: TableView;
  readonly note: string;
}

const NOTE =
  'Das Siegel umfasst alle Buchungen bis zu diesem Abschluss. Bewahren Sie es außerhalb des Buchs auf: Wer später eine Buchung ändert, weglässt oder das Buch neu rechnet, kommt nicht mehr auf diese Prüfsumme. Geprüft wird mit „ledger verify --seal DATEI“.';

export function closingView(
  open: OpenLedger,
  closing: SealedClosing,
  {
    balances,
    mail,
  }: { readonly balances: readonly Balance[]; readonly mail?: SealMail | undefined },
): ClosingView {
  const { balanceSheet, memo } = trialBalanceView(open, balances);
  const { period, hash } = closing;
  return {
    facts: [
      ...factsOf(open, closing).map(({ label, value }) => ({ label, value: cell(value) })),
      ...mailFacts(mail),
    ],
    hash,
    files: [
      { href: paths.closingSheet(period), label: 'Monatsabschluss als PDF' },
      { href: paths.closingSeal(period), label: 'Siegel als Datei (JSON)' },
    ],
    balanceSheet,
    memo,
    note: NOTE,
  };
}

function factsOf(
  { people }: OpenLedger,
  closing: SealedClosing,
): readonly { label: string; value: string }[] {
  const { period, entries, sequence, recordedBy, reason } = closing;
  return [
    { label: 'Abgeschlossen bis', value: formatGermanDay(lastDayOf(period)) },
    { label: 'Buchungen darin', value: grouped(entries) },
    { label: 'Abgeschlossen am', value: closedWhen(closing) },
    { label: 'Von', value: people.alone(recordedBy) },
    { label: 'Grund', value: reason },
    { label: 'Glieder der Kette', value: grouped(sequence) },
  ];
}

/** "Monatsabschluss" on paper: sums of all accounts, and the seal. */
export function closingSheet(
  open: OpenLedger,
  closing: SealedClosing,
  balances: readonly Balance[],
  { officeName, exampleBook }: WebSettings,
): Sheet {
  const { balanceSheet, memo } = trialBalanceView(open, balances);
  const day = formatGermanDay(lastDayOf(closing.period));
  return {
    title: 'Monatsabschluss',
    subtitle: monthText(closing.period),
    sender: officeName,
    senderNote: exampleBook ? 'Beispielbuch – kein amtliches Dokument' : '',
    facts: [
      ...factsOf(open, closing),
      { label: 'Prüfsumme (SHA-256)', value: inGroups(closing.hash) },
    ],
    tables: [
      printedTable(`Salden am ${day}`, balanceSheet),
      printedTable('Außerhalb der Bilanz', memo),
    ],
    remarks: [NOTE],
    footer: `Weiterleitungsbuch · Stand ${day}, wie beim Abschluss bekannt`,
    issuedAt: closing.recordedAt,
  };
}

const SHARES = [0.5, 0.14, 0.18, 0.18];

function printedTable(heading: string, { columns, rows, footer }: TableView): SheetTable {
  const [total] = footer;
  return {
    heading,
    columns: columns.map(({ label, numeric = false }, index) => ({
      head: label,
      numeric,
      share: SHARES[index] ?? 0,
    })),
    rows: rows.map(({ cells, tone }) =>
      tone === 'group' ? [cells[0]?.text ?? '', '', '', ''] : cells.map(({ text }) => text),
    ),
    ...(total && { total: total.cells.map(({ text }) => text) }),
  };
}

/** Eight digits at a time, so that a hash can be compared by eye. */
function inGroups(hash: string): string {
  return hash.replace(/(.{8})(?=.)/g, '$1 ');
}
