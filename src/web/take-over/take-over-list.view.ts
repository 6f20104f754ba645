import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { sumCents } from '../../domain/money/cents.js';
import { germanOrder } from '../../domain/text/german-text.js';
import type { TakeOverSummary } from '../../take-over/take-over.queries.js';
import type { BookPage } from '../book/book-page.js';
import { countText, emptyText } from '../book/words.js';
import type { NoteView } from '../components/parts.js';
import { beginButton } from '../editing/begin-button.js';
import { cell, moneyCell, row, type TableView } from '../components/table.js';
import { paths } from '../paths.js';
import { TAKE_OVER_FORM } from './take-over.words.js';

/** "Übernahmen": each with its key date and what it came to. */
export interface TakeOverListView {
  readonly table: TableView;
  /** '' if there are take-overs. */
  readonly empty: string;
  readonly note: NoteView;
  /** Notices of which nothing was taken over; absent: there are none. */
  readonly missing?: TableView;
}

export function takeOverListView(
  page: BookPage,
  takeOvers: readonly TakeOverSummary[],
): TakeOverListView {
  const sorted = takeOvers.toSorted((a, b) => germanOrder(a.title, b.title));
  return {
    table: {
      id: 'uebernahmen',
      caption: 'Übernahmen',
      columns: [
        { label: 'Übernahme' },
        { label: 'Stichtag' },
        { label: 'Fälle', numeric: true },
        { label: 'Vom Land', numeric: true },
        { label: 'Angeordnet', numeric: true },
        { label: 'Stand der Kasse', numeric: true },
      ],
      rows: sorted.map((takeOver) =>
        row([
          cell(takeOver.title, {
            href: page.link(paths.takeOver(takeOver.id)),
            sub: page.names.programme(takeOver.programme),
          }),
          cell(formatGermanDay(takeOver.keyDate)),
          cell(takeOver.cases.toString()),
          moneyCell(takeOver.receivedCents),
          moneyCell(takeOver.orderedCents),
          moneyCell(takeOver.treasuryCents),
        ]),
      ),
      footer: sorted.length < 2 ? [] : [sumRow(sorted)],
      phone: 'pairs',
    },
    empty: takeOvers.length === 0 ? emptyText(page.asOf, 'keine Übernahme') : '',
    note: NOTE,
    ...missingNotices(page, takeOvers),
  };
}

function sumRow(takeOvers: readonly TakeOverSummary[]) {
  const cases = takeOvers.reduce((sum, each) => sum + each.cases, 0);
  return row([
    cell('Summe', { sub: countText(takeOvers.length, 'Übernahme', 'Übernahmen') }),
    cell(''),
    cell(cases.toString()),
    moneyCell(sumCents(takeOvers.map(({ receivedCents }) => receivedCents))),
    moneyCell(sumCents(takeOvers.map(({ orderedCents }) => orderedCents))),
    moneyCell(sumCents(takeOvers.map(({ treasuryCents }) => treasuryCents))),
  ]);
}

/** Notices with a button each; amended ones are told by the last notice of their chain. */
function missingNotices(
  page: BookPage,
  takeOvers: readonly TakeOverSummary[],
): Pick<TakeOverListView, 'missing'> {
  const taken = new Set(takeOvers.flatMap(({ noticeLines }) => noticeLines));
  const left = page.facts.notices.filter(({ amends, lines }) => {
    return amends === undefined && !lines.some(({ id }) => taken.has(id));
  });
  if (left.length === 0 || page.asOf.knownOn !== undefined) return {};
  const rows = left.map(({ id, title, programme, lines }) =>
    row([
      cell(title, { href: page.link(paths.notice(id)), sub: page.names.programme(programme) }),
      moneyCell(sumCents(lines.map(({ amountCents }) => amountCents))),
      cell('', {
        begin: beginButton('Übernehmen', TAKE_OVER_FORM, { options: { notice: id }, about: title }),
      }),
    ]),
  );
  return {
    missing: {
      id: 'ohne-uebernahme',
      caption: 'Bescheide ohne Übernahme',
      columns: [
        { label: 'Bescheid' },
        { label: 'Bewilligt', numeric: true },
        { label: 'Übernehmen' },
      ],
      rows,
      footer: [],
    },
  };
}

const NOTE: NoteView = {
  tone: '',
  texts: [
    'Ein Fall ist ein Jahr einer Vertragszeile oder eine Bescheidzeile. Jeder Fall wird am Stichtag mit einer Buchung ins Buch genommen und nennt einen Beleg statt einer Anforderung.',
    'Eine Übernahme gilt erst, wenn ihre Zahlen den Stand der Kasse ergeben: vom Land eingegangen, weniger ausgezahlt, weniger zurückgezahlt, und dazu, was Partner erstattet haben.',
  ],
};
