import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { Recorded } from '../../platform/database/recorded.js';
import type {
  NoticeDefinition,
  NoticeLineDefinition,
} from '../../programmes/definitions/definition.js';
import type { YearFigures } from '../book/book-facts.js';
import type { BookPage } from '../book/book-page.js';
import { flagsAbout } from '../book/flag-views.js';
import { recordedCell } from '../book/words.js';
import type { HistoryEntry } from '../../grants/grants.queries.js';
import type { FlagView, MetaView } from '../components/parts.js';
import { cell, type TableView } from '../components/table.js';
import { periodText } from '../messages/quantity-text.js';
import type { Posted } from '../ledger/money-standings.js';
import { paths } from '../paths.js';
import { noticeActions, type NoticeActionsView } from './notice-actions.view.js';
import { noticeHistoryTable } from './notice-history.view.js';
import { noticeLineView, type NoticeLineView } from './notice-line.view.js';

/** "Bescheid": facts, lines, who uses them, and what the Kreis owes the Land for it. */
export interface NoticeDetailView {
  readonly facts: readonly MetaView[];
  readonly flags: readonly FlagView[];
  readonly lines: readonly NoticeLineView[];
  readonly openItems: readonly string[];
  readonly sources: readonly string[];
  readonly actions: NoticeActionsView;
  readonly history: TableView;
}

/** What the page shows beside the notice itself. */
export interface NoticeDetailParts {
  /** Of each year that the notice has lines of. */
  readonly figures: ReadonlyMap<number, YearFigures>;
  readonly history: readonly HistoryEntry[];
  /** By line. */
  readonly posted: ReadonlyMap<string, Posted>;
}

export function noticeDetailView(
  page: BookPage,
  notice: Recorded<NoticeDefinition>,
  { figures, history, posted }: NoticeDetailParts,
): NoticeDetailView {
  const { fact } = notice;
  return {
    facts: factsOf(page, notice),
    flags: flagsAbout(page.figures.flags, [fact.id, ...fact.lines.map(({ id }) => id)]),
    lines: fact.lines.map((line) =>
      noticeLineView(page, fact.id, line, {
        figures: figures.get(line.year) ?? page.figures,
        posted: posted.get(line.id),
      }),
    ),
    openItems: fact.openItems,
    sources: fact.sources,
    actions: noticeActions(page, fact),
    history: noticeHistoryTable(page, fact.id, history),
  };
}

/** The years that the lines of a notice belong to. */
export function yearsOfNotice({ lines }: NoticeDefinition): readonly number[] {
  return [...new Set(lines.map(({ year }: NoticeLineDefinition) => year))];
}

function factsOf(page: BookPage, notice: Recorded<NoticeDefinition>): readonly MetaView[] {
  const { fact } = notice;
  const missing = (what: string) => cell('', { badge: { tone: 'warning', text: `${what} fehlt` } });
  return [
    {
      label: 'Aktenzeichen',
      value: fact.reference === undefined ? missing('Aktenzeichen') : cell(fact.reference),
    },
    {
      label: 'Bescheid vom',
      value: fact.issuedOn === undefined ? missing('Datum') : cell(formatGermanDay(fact.issuedOn)),
    },
    { label: 'Bewilligt von', value: cell(fact.grantor) },
    { label: 'Empfänger', value: cell(fact.firstRecipient) },
    { label: 'Zeitraum', value: cell(periodText(fact.period)) },
    ...(fact.amends === undefined ? [] : [noticeFact(page, 'Ändert', fact.amends)]),
    ...amendmentsOf(page, fact.id),
    ...(fact.effectiveFrom === undefined
      ? []
      : [{ label: 'Wirksam ab', value: cell(formatGermanDay(fact.effectiveFrom)) }]),
    ...(fact.follows === undefined ? [] : [noticeFact(page, 'Folgt auf', fact.follows)]),
    { label: 'Zuletzt erfasst', value: recordedCell(page, notice) },
  ];
}

function noticeFact(page: BookPage, label: string, named: string): MetaView {
  const before = page.facts.notices.find(({ id }) => id === named);
  return {
    label,
    value: cell(before?.title ?? named, { href: page.link(paths.notice(named)) }),
  };
}

/** The notices that amend this one, and those that go on from it. */
function amendmentsOf({ facts, link }: BookPage, id: string): readonly MetaView[] {
  return facts.notices.flatMap((other): MetaView[] => {
    const value = cell(other.title, { href: link(paths.notice(other.id)) });
    return [
      ...(other.amends === id ? [{ label: 'Geändert durch', value }] : []),
      ...(other.follows === id ? [{ label: 'Fortgesetzt durch', value }] : []),
    ];
  });
}
