import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { JournalEntry } from '../../ledger/ledger.types.js';
import type { LinkView } from '../components/link.js';
import { paths } from '../paths.js';
import { entryCard, type EntryCardView } from './entry-card.view.js';
import type { OpenLedger } from './ledger-pages.js';
import { asked } from './ledger-question.js';
import { questionLink } from '../lists/question-link.js';
import { questionView, type QuestionView } from './question-fields.view.js';

/** Where one is in the journal. */
export const CURSOR = 'nach';

/** "Buch": the entries that a question finds, newest first. */
export interface JournalView {
  readonly question: QuestionView;
  readonly notes: readonly string[];
  readonly entries: readonly EntryCardView[];
  readonly files: readonly LinkView[];
  /** Addresses; '' where there is nothing more. */
  readonly first: string;
  readonly next: string;
  /** '' if there are entries. */
  readonly empty: string;
}

/** A page of the journal; of entries by hand how many countersignatures are missing. */
interface FoundEntries {
  readonly entries: readonly JournalEntry[];
  readonly next: string | null;
  readonly missing: ReadonlyMap<string, number>;
}

export function journalView(open: OpenLedger, found: FoundEntries, after: string): JournalView {
  const { question } = open;
  return {
    question: questionView(
      open,
      paths.journal,
      ['konto', 'art', 'jahr', 'programm', 'partner', 'vertrag', 'von', 'bis', 'bekannt'],
      'Text der Buchung, Beleg oder Kennung',
    ),
    notes: notesOf(open),
    entries: found.entries.map((entry) => entryCard(open, entry, found.missing.get(entry.id))),
    files: [
      {
        href: questionLink(paths.journal, question, { format: 'xlsx' }),
        label: 'Excel-Datei (XLSX)',
      },
      { href: questionLink(paths.journal, question, { format: 'csv' }), label: 'CSV-Datei' },
    ],
    first: after === '' ? '' : questionLink(paths.journal, question),
    next:
      found.next === null ? '' : questionLink(paths.journal, question, { [CURSOR]: found.next }),
    empty: found.entries.length > 0 ? '' : emptyText(open, after),
  };
}

function notesOf({ question: { knownOn } }: OpenLedger): readonly string[] {
  if (knownOn === undefined) return [];
  const day = formatGermanDay(knownOn);
  return [`Gezeigt wird, was am ${day} schon im Buch stand. Was danach erfasst wurde, fehlt hier.`];
}

function emptyText({ question }: OpenLedger, after: string): string {
  if (after !== '') return 'Hier endet das Buch.';
  const narrowed = question.pairs.length > 0;
  return narrowed
    ? 'Zu dieser Auswahl gibt es keine Buchung. Nehmen Sie weniger Wörter oder weniger Filter.'
    : 'Es steht noch keine Buchung im Buch. Sobald ein Bescheid oder Vertrag wirksam wird, bucht sich das Buch selbst.';
}

/** "Buch: Geleistete Vorauszahlungen, 2025": what the page is narrowed to, in words. */
export function questionWords(open: OpenLedger): string {
  const { question, names } = open;
  const words = [
    question.account && names.account(question.account),
    question.dimensions.allocationLine && names.line(question.dimensions.allocationLine).label,
    question.dimensions.noticeLine && names.noticeLine(question.dimensions.noticeLine).label,
    question.dimensions.contract && names.contract(question.dimensions.contract).label,
    question.dimensions.partner && names.partner(question.dimensions.partner).label,
    question.dimensions.programme && names.book.shortProgramme(question.dimensions.programme),
    question.dimensions.component && names.book.component(question.dimensions.component),
    asked(question, 'jahr'),
  ];
  return words.filter((word) => word !== undefined && word !== '').join(' · ');
}
