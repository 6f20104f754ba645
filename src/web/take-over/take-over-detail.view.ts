import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import type { HistoryEntry, TakeOverDetail } from '../../take-over/take-over.queries.js';
import type { BookPage } from '../book/book-page.js';
import { historyTable, placeText } from '../book/history.view.js';
import { countText, recordedCell } from '../book/words.js';
import type { MetaView } from '../components/parts.js';
import { cell, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { takenGroupView, type TakenGroupView } from './taken-group.view.js';
import { TAKE_OVER_NAMES } from './take-over.words.js';

/** "Übernahme": what came in, by who paid for it, each part reconciled with the treasury. */
export interface TakeOverDetailView {
  readonly facts: readonly MetaView[];
  readonly groups: readonly TakenGroupView[];
  readonly sources: readonly string[];
  readonly history: TableView;
}

export function takeOverDetailView(
  page: BookPage,
  detail: TakeOverDetail,
  history: readonly HistoryEntry[],
): TakeOverDetailView {
  const { takeOver, groups, entries } = detail;
  const { lines, noticeLines } = takeOver;
  return {
    facts: [
      { label: 'Förderprogramm', value: cell(page.names.programme(takeOver.programme)) },
      { label: 'Stichtag', value: cell(formatGermanDay(takeOver.keyDate)) },
      {
        label: 'Fälle',
        value: cell(
          [
            countText(noticeLines.length, 'Bescheidzeile', 'Bescheidzeilen'),
            countText(lines.length, 'Vertragszeile', 'Vertragszeilen'),
          ].join(', '),
          { sub: countText(entries.size, 'Buchung', 'Buchungen') },
        ),
      },
      { label: 'Zuletzt erfasst', value: recordedCell(page, detail) },
    ],
    groups: groups.map((group, index) => takenGroupView(page, group, index)),
    sources: takeOver.sources,
    history: historyTable(page, history, {
      caption: 'Verlauf der Übernahme',
      path: paths.takeOver(takeOver.id),
      place: (path) => placeText(path, TAKE_OVER_NAMES),
      value: () => undefined,
    }),
  };
}
