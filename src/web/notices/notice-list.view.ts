import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { sumCents, type Cents } from '../../domain/money/cents.js';
import { sumFte } from '../../domain/proration/fte.js';
import { groupBy } from '../../platform/database/recorded.js';
import type { NoticeDefinition } from '../../programmes/definitions/definition.js';
import type { BookPage } from '../book/book-page.js';
import { countText, emptyText, fteText } from '../book/words.js';
import type { NoteView, TileView } from '../components/parts.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import {
  cell,
  fteCell,
  moneyCell,
  row,
  type CellView,
  type RowView,
  type TableView,
} from '../components/table.js';
import type { BeginButtonView } from '../editing/begin-button.js';
import { paths } from '../paths.js';
import { newNoticeButtons } from './notice-actions.view.js';
import { useOfNoticeLine, type NoticeLineUse } from './notice-use.js';

/** "Bescheide": what the Land granted in a year, and where it goes. */
export interface NoticeListView {
  readonly tiles: readonly TileView[];
  readonly table: TableView;
  readonly notes: readonly NoteView[];
  readonly buttons: readonly BeginButtonView[];
  /** '' if there are notices. */
  readonly empty: string;
}

interface Entry {
  readonly notice: NoticeDefinition;
  readonly use: NoticeLineUse;
}

export function noticeListView(page: BookPage): NoticeListView {
  const entries = entriesOf(page);
  return {
    tiles: entries.length === 0 ? [] : tilesOf(entries),
    table: {
      id: 'bescheide',
      caption: `Bescheide für das Förderjahr ${page.asOf.year}, mit Baustein`,
      columns: [
        { label: 'Bescheid' },
        { label: 'VzÄ', numeric: true },
        { label: 'Bewilligt', numeric: true },
        { label: 'Weitergeleitet', numeric: true },
        { label: 'Eigene Stellen', numeric: true },
        { label: 'Rest', numeric: true },
      ],
      rows: rowsOf(page, entries),
      phone: 'pairs',
      footer: entries.length === 0 ? [] : [sumRow(entries)],
    },
    notes: [
      {
        tone: '',
        texts: [
          'Weitergeleitet: was Verträge im Jahr höchstens hergeben. Eigene Stellen: was die Stellen des Kreises kosten dürfen, wenn sie das ganze Jahr besetzt sind. Rest: was der Kreis selbst für Maßnahmen, Sachausgaben und Veranstaltungen behält oder noch nicht verplant hat. Ein Strich heißt: nichts davon in diesem Bescheid.',
        ],
      },
    ],
    buttons: newNoticeButtons(page),
    empty: entries.length > 0 ? '' : noNotice(page),
  };
}

function noNotice({ asOf, facts }: BookPage): string {
  return facts.notices.length === 0
    ? emptyText(asOf, 'kein Bescheid')
    : `Für ${asOf.year} steht kein Bescheid im Buch.`;
}

function entriesOf({ facts, figures, asOf }: BookPage): readonly Entry[] {
  return facts.notices.flatMap((notice) =>
    notice.lines
      .filter(({ year }) => year === asOf.year)
      .map((line) => ({ notice, use: useOfNoticeLine(line, figures) })),
  );
}

/** By programme, the one with the most money first. */
function rowsOf(page: BookPage, entries: readonly Entry[]): readonly RowView[] {
  const byProgramme = [...groupBy(entries, ({ notice }) => notice.programme)].toSorted(
    ([, a], [, b]) => (grantedOf(a) > grantedOf(b) ? -1 : 1),
  );
  return byProgramme.flatMap(([programme, own]) => [
    row([cell(page.names.programme(programme))], 'group'),
    ...own.map((entry) => rowOf(page, entry)),
  ]);
}

function grantedOf(entries: readonly Entry[]): Cents {
  return sumCents(entries.map(({ use }) => use.line.amountCents));
}

function rowOf(page: BookPage, { notice, use }: Entry): RowView {
  const { line } = use;
  return row([
    cell(notice.title, {
      href: page.link(paths.notice(notice.id)),
      sub: subline(page.names.component(line.component), notice),
      ...(notice.example !== undefined && { example: notice.example }),
    }),
    line.fte === 0 ? cell('–') : fteCell(line.fte),
    moneyCell(line.amountCents),
    use.forwardedCents === 0n ? cell('–') : moneyCell(use.forwardedCents, fteSub(use.forwardedFte)),
    use.ownPosts.length === 0 ? cell('–') : moneyCell(use.ownCents, fteSub(use.ownFte)),
    restCell(use),
  ]);
}

function subline(component: string, { reference, issuedOn, openItems }: NoticeDefinition): string {
  return [
    component,
    reference ?? 'ohne Aktenzeichen',
    issuedOn === undefined ? 'ohne Datum' : `vom ${formatGermanDay(issuedOn)}`,
    ...(openItems.length === 0
      ? []
      : [countText(openItems.length, 'offener Punkt', 'offene Punkte')]),
  ].join(' · ');
}

function fteSub(share: NoticeLineUse['ownFte']): { readonly sub?: string } {
  return share === 0 ? {} : { sub: fteText(share) };
}

function restCell(use: NoticeLineUse): CellView {
  if (use.short) {
    return moneyCell(use.restCents, { badge: { tone: 'danger', text: 'überbucht' } });
  }
  return moneyCell(use.restCents, fteSub(use.restFte));
}

function sumRow(entries: readonly Entry[]): RowView {
  const uses = entries.map(({ use }) => use);
  return row([
    cell('Summe'),
    fteCell(sumFte(uses.map(({ line }) => line.fte))),
    moneyCell(sumCents(uses.map(({ line }) => line.amountCents))),
    moneyCell(sumCents(uses.map(({ forwardedCents }) => forwardedCents))),
    moneyCell(sumCents(uses.map(({ ownCents }) => ownCents))),
    moneyCell(sumCents(uses.map(({ restCents }) => restCents))),
  ]);
}

function tilesOf(entries: readonly Entry[]): readonly TileView[] {
  const uses = entries.map(({ use }) => use);
  const sum = (of: (use: NoticeLineUse) => NoticeLineUse['ownCents']): string =>
    formatEuro(sumCents(uses.map(of)));
  const notices = new Set(entries.map(({ notice }) => notice.id)).size;
  const shortages = uses.filter(({ short }) => short).length;
  return [
    {
      label: 'Bewilligt',
      figure: sum(({ line }) => line.amountCents),
      lines: [countText(notices, 'Bescheid', 'Bescheide')],
      tone: '',
    },
    {
      label: 'Weitergeleitet',
      figure: sum(({ forwardedCents }) => forwardedCents),
      lines: [fteText(sumFte(uses.map(({ forwardedFte }) => forwardedFte)))],
      tone: '',
    },
    {
      label: 'Eigene Stellen',
      figure: sum(({ ownCents }) => ownCents),
      lines: [fteText(sumFte(uses.map(({ ownFte }) => ownFte)))],
      tone: '',
    },
    {
      label: 'Rest',
      figure: sum(({ restCents }) => restCents),
      lines: [
        shortages === 0
          ? 'nirgends überbucht'
          : countText(shortages, 'Zeile überbucht', 'Zeilen überbucht'),
      ],
      tone: shortages === 0 ? 'muted' : 'danger',
    },
  ];
}
