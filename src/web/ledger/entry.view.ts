import { ceilingOfYear, spansOfLineInYear } from '../../contracts/contracts.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { JournalEntry, JournalPosting } from '../../ledger/ledger.types.js';
import { calculationSheet } from '../components/calculation-sheet.js';
import type { BadgeView } from '../components/badge.js';
import type { LinkView } from '../components/link.js';
import type { MetaView } from '../components/parts.js';
import { cell, type TableView } from '../components/table.js';
import { termsTable } from '../notices/notice-terms.view.js';
import { paths } from '../paths.js';
import { badgesOf, postingsTable, recordedText, relatedOf } from './entry-card.view.js';
import type { OpenLedger } from './ledger-pages.js';
import { deedNames, entryKindNames } from './ledger.words.js';

/** How an amount of the entry comes about. */
export interface EntrySheetView {
  readonly title: string;
  readonly table: TableView;
}

/** "Buchung": one entry with all that it carries. */
export interface EntryView {
  readonly text: string;
  readonly badges: readonly BadgeView[];
  readonly facts: readonly MetaView[];
  readonly related: readonly LinkView[];
  readonly postings: TableView;
  readonly sheets: readonly EntrySheetView[];
  readonly sheetsNote: string;
  readonly technical: readonly MetaView[];
  /** Where it can be taken back; '' if it cannot. */
  readonly reversal: string;
  readonly reversalNote: string;
}

const DIFFERENCE_NOTE =
  'Gebucht wird der Unterschied zu dem, was für Zeile und Jahr schon gebucht war.';

export function entryView(open: OpenLedger, entry: JournalEntry): EntryView {
  const byHand = entry.kind === 'adjustment';
  const sheets = sheetsOf(open, entry);
  return {
    text: entry.text,
    badges: badgesOf(entry),
    facts: factsOf(open, entry),
    related: relatedOf(open, entry),
    postings: postingsTable(open, entry),
    sheets,
    sheetsNote: sheets.length === 0 ? '' : DIFFERENCE_NOTE,
    technical: technicalFacts(entry),
    reversal: byHand && entry.reversedBy === null ? paths.entryReversal(entry.id) : '',
    reversalNote: byHand ? '' : reversalNote(entry),
  };
}

function reversalNote({ kind, reversedBy }: JournalEntry): string {
  if (kind === 'reversal' || reversedBy !== null) return '';
  return 'Diese Buchung folgt aus ihrer Grundlage. Ist etwas falsch, berichtigen Sie dort; das Buch bucht den Unterschied dann selbst.';
}

function factsOf({ names, people }: OpenLedger, entry: JournalEntry): readonly MetaView[] {
  const { what, label, href } = names.basis(entry.subject);
  return [
    { label: 'Wirksam am', value: cell(formatGermanDay(entry.effectiveOn)) },
    { label: 'Erfasst', value: cell(recordedText(entry).replace('erfasst am ', '')) },
    { label: 'Art', value: cell(entryKindNames[entry.kind]) },
    { label: `Beruht auf: ${what}`, value: cell(label, href === '' ? {} : { href }) },
    ...Object.entries(entry.actors).map(([deed, ref]) => ({
      label: deedNames[deed] ?? deed,
      value: cell(people.alone(ref)),
    })),
  ];
}

function technicalFacts(entry: JournalEntry): readonly MetaView[] {
  const waiting = 'wird gleich verkettet';
  return [
    { label: 'Kennung der Buchung', value: cell(entry.id) },
    { label: 'Schlüssel des Vorgangs', value: cell(entry.commandKey) },
    { label: 'Nummer in der Kette', value: cell(entry.sequence?.toString() ?? waiting) },
    { label: 'Prüfsumme (SHA-256)', value: cell(entry.hash ?? waiting) },
    { label: 'Prüfsumme der Zeile davor', value: cell(entry.previousHash ?? waiting) },
    { label: 'Grundlage', value: cell(entry.subject) },
  ];
}

/** The sums that the entry follows from: what is granted or agreed for a line and year. */
function sheetsOf(open: OpenLedger, entry: JournalEntry): readonly EntrySheetView[] {
  if (entry.kind === 'commitment') {
    return entry.postings
      .filter(({ account }) => account === 'commitments')
      .flatMap((posting) => ceilingSheet(open, posting));
  }
  if (entry.kind === 'notice' || entry.kind === 'notice-cut') {
    const lines = new Set(entry.postings.flatMap(({ noticeLine }) => noticeLine ?? []));
    return [...lines].flatMap((id) => grantSheet(open, id));
  }
  return [];
}

function ceilingSheet({ facts }: OpenLedger, posting: JournalPosting): readonly EntrySheetView[] {
  const { allocationLine = '', budgetYear = 0, line } = posting;
  const agreed = facts.lines.get(allocationLine);
  if (agreed === undefined) return [];
  const spans = spansOfLineInYear(agreed.contract, allocationLine, budgetYear);
  if (spans.length === 0) return [];
  const { derivation } = ceilingOfYear(spans, budgetYear);
  return [
    {
      title: `Höchstbetrag ${budgetYear}: ${agreed.line.title}`,
      table: calculationSheet(`hoechstbetrag-${line}`, derivation),
    },
  ];
}

function grantSheet({ facts, names }: OpenLedger, id: string): readonly EntrySheetView[] {
  const granted = facts.noticeLines.get(id);
  if (granted === undefined) return [];
  return [{ title: `Bewilligt: ${names.noticeLine(id).label}`, table: termsTable(granted.line) }];
}
