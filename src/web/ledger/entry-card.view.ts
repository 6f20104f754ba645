import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { cents, sumCents, type Cents } from '../../domain/money/cents.js';
import { isOffBalance } from '../../ledger/chart.js';
import type { JournalEntry, JournalPosting } from '../../ledger/ledger.types.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import type { BadgeView } from '../components/badge.js';
import type { LinkView } from '../components/link.js';
import {
  BLANK,
  cell,
  moneyCell,
  row,
  type CellView,
  type RowView,
  type TableView,
} from '../components/table.js';
import { timeText } from '../messages/moment-text.js';
import { paths } from '../paths.js';
import type { Basis } from './ledger-names.js';
import type { OpenLedger } from './ledger-pages.js';
import { questionLink } from '../lists/question-link.js';
import { entryKindNames, handBadge, sideNames } from './ledger.words.js';

/** An entry as the journal shows it: what happened, what it rests on, and its postings. */
export interface EntryCardView {
  readonly id: string;
  readonly address: string;
  /** "Nr. 1.024" */
  readonly number: string;
  /** ISO day. */
  readonly day: string;
  /** "01.03.2026" */
  readonly effective: string;
  /** "erfasst am 02.03.2026, 09:00 Uhr" */
  readonly recorded: string;
  readonly kind: string;
  readonly text: string;
  readonly basis: Basis;
  readonly badges: readonly BadgeView[];
  /** The entry that takes this one back, or that this one takes back. */
  readonly related: readonly LinkView[];
  readonly postings: TableView;
  /** "und 20 weitere Zeilen"; '' if all are shown. */
  readonly more: string;
}

/** More lines are counted on the card, not listed; the page of the entry has them all. */
const LINES_SHOWN = 6;

export function entryCard(open: OpenLedger, entry: JournalEntry, missing?: number): EntryCardView {
  return {
    id: `buchung-${entry.id}`,
    address: open.link(paths.entry(entry.id)),
    number: numberText(entry),
    day: entry.effectiveOn,
    effective: formatGermanDay(entry.effectiveOn),
    recorded: recordedText(entry),
    kind: entryKindNames[entry.kind],
    text: entry.text,
    basis: open.names.basis(entry.subject),
    badges: badgesOf(entry, missing),
    related: relatedOf(open, entry),
    postings: postingsTable(open, entry, LINES_SHOWN),
    more: moreText(entry.postings.length),
  };
}

function moreText(lines: number): string {
  if (lines <= LINES_SHOWN) return '';
  return `und ${lines - LINES_SHOWN} weitere Zeilen; die Summe zählt alle`;
}

/** "Nr. 1.024"; for a moment an entry is on disk and not in the chain yet. */
export function numberText({ sequence }: Pick<JournalEntry, 'sequence'>): string {
  if (sequence === null) return 'noch ohne Nummer';
  return `Nr.\u00a0${sequence.toString().replace(/\B(?=(\d{3})+$)/g, '.')}`;
}

export function recordedText({ recordedAt }: Pick<JournalEntry, 'recordedAt'>): string {
  if (recordedAt === null) return 'eben erfasst';
  return `erfasst am ${formatGermanDay(dayInGermany(recordedAt))}, ${timeText(recordedAt)}`;
}

/**
 * What sets an entry apart: entered by hand, takes back, taken back.
 * @param missing how many countersignatures an entry by hand lacks; absent: said elsewhere
 */
export function badgesOf(
  { byHand, reversedBy }: JournalEntry,
  missing?: number,
): readonly BadgeView[] {
  return [
    ...(byHand ? [handBadge(missing)] : []),
    ...(reversedBy === null ? [] : [{ tone: 'plain', text: 'storniert' } as const]),
  ];
}

export function relatedOf({ link }: OpenLedger, { reversedBy }: JournalEntry): readonly LinkView[] {
  if (reversedBy === null) return [];
  return [{ href: link(paths.entry(reversedBy)), label: 'Zurückgenommen durch dieses Storno' }];
}

/** Debit and credit of an entry, line by line; each account leads to its register. */
export function postingsTable(
  open: OpenLedger,
  entry: JournalEntry,
  shown = entry.postings.length,
): TableView {
  const { id, postings } = entry;
  const memo = postings.filter(({ account }) => isOffBalance(account));
  const booked = postings.filter(({ account }) => !isOffBalance(account));
  const listed = new Set([...booked, ...memo].slice(0, shown));
  // On and off the balance sheet each sum by themselves, and over all lines.
  const part = (label: string, own: readonly JournalPosting[]): readonly RowView[] =>
    own.length === 0
      ? []
      : [
          ...own.filter((each) => listed.has(each)).map((each) => postingRow(open, each)),
          sumRow(label, own),
        ];
  return {
    id: `soll-haben-${id}`,
    caption: `Soll und Haben der Buchung ${numberText(entry)}`,
    columns: [
      { label: 'Konto' },
      { label: 'Wofür' },
      { label: 'Jahr' },
      { label: sideNames.debit, numeric: true },
      { label: sideNames.credit, numeric: true },
    ],
    rows: [...part('Summe', booked), ...part('Summe außerhalb der Bilanz', memo)],
    footer: [],
  };
}

function postingRow(open: OpenLedger, posting: JournalPosting): RowView {
  const { label, href } = open.names.place(posting);
  const year = posting.budgetYear?.toString() ?? '';
  return row([
    cell(open.names.account(posting.account), { href: accountHref(open, posting) }),
    label === '' ? BLANK : cell(label, href === '' ? {} : { href }),
    year === '' ? BLANK : cell(year),
    ...sidesOf(posting.cents),
  ]);
}

/** The register of the account, under what the posting belongs to. */
function accountHref({ question }: OpenLedger, posting: JournalPosting): string {
  const { allocationLine = '', noticeLine = '', budgetYear } = posting;
  const bekannt = question.pairs.filter(({ name }) => name === 'bekannt');
  return questionLink(
    paths.account(posting.account),
    { pairs: bekannt },
    {
      zeile: allocationLine,
      ...(allocationLine === '' && { bescheidzeile: noticeLine }),
      jahr: budgetYear?.toString() ?? '',
    },
  );
}

function sumRow(label: string, postings: readonly JournalPosting[]): RowView {
  const debit = sumCents(postings.filter((each) => each.cents > 0n).map((each) => each.cents));
  return row([cell(label), BLANK, BLANK, moneyCell(debit), moneyCell(debit)], 'strong');
}

/** An amount in the column of its side. */
export function sidesOf(amount: Cents): readonly [CellView, CellView] {
  if (amount === 0n) return [BLANK, BLANK];
  return amount > 0n ? [moneyCell(amount), BLANK] : [BLANK, moneyCell(cents(-amount))];
}
