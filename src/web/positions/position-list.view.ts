import { daysOf } from '../../domain/calendar/period.js';
import { sumCents, ZERO_CENTS } from '../../domain/money/cents.js';
import { isBelowUsualShare, sumFte } from '../../domain/proration/fte.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import type { BookPage } from '../book/book-page.js';
import { selectionView, type Selection, type SelectionView } from '../book/selection.js';
import { percentOf } from '../book/share-text.js';
import { countText, emptyText, fteText } from '../book/words.js';
import { zeroReasonTexts } from '../book/zero-reasons.js';
import type { ChartView, TileView } from '../components/parts.js';
import {
  BLANK,
  cell,
  fteCell,
  moneyCell,
  row,
  type CellView,
  type RowView,
  type TableView,
} from '../components/table.js';
import { periodText } from '../messages/quantity-text.js';
import { paths } from '../paths.js';
import { occupancyChart, partOfYear } from './occupancy-chart.view.js';
import { positionsOfYear, type PositionYear } from './position-year.js';

/** "Stellen": who filled which post when, and where nobody did. */
export interface PositionListView {
  readonly selection: SelectionView;
  readonly tiles: readonly TileView[];
  readonly chart?: ChartView;
  readonly table: TableView;
  readonly vacancies: TableView;
  /** R5: posts below 0.5 VzÄ; '' if there are none. */
  readonly smallPosts: string;
  readonly empty: string;
}

export function positionListView(page: BookPage, selection: Selection): PositionListView {
  const all = positionsOfYear(page);
  const posts = all.filter(
    ({ position }) =>
      (selection.partner === '' || position.employer === selection.partner) &&
      (selection.component === '' || position.component === selection.component),
  );
  const small = posts.filter(({ position }) => isBelowUsualShare(position.plannedFte));
  return {
    selection: selectionView(page, paths.positions, selection, {
      parties: all.map(({ position }) => position.employer),
      components: all.map(({ position }) => position.component),
    }),
    tiles: posts.length === 0 ? [] : tilesOf(page, posts),
    ...(posts.length > 0 && { chart: occupancyChart(page, posts) }),
    table: positionTable(page, posts),
    vacancies: vacancyTable(page, posts),
    smallPosts:
      small.length === 0
        ? ''
        : `Unter 0,5 VzÄ: ${small.map(({ position }) => `${position.label} mit ${fteText(position.plannedFte)}`).join(', ')}. So kleine Anteile sind erlaubt, aber ungewöhnlich; bitte prüfen.`,
    empty: posts.length > 0 ? '' : noPost(page, selection),
  };
}

function noPost({ asOf, facts }: BookPage, { partner, component }: Selection): string {
  if (facts.positions.length === 0) return emptyText(asOf, 'keine Stelle');
  return partner === '' && component === ''
    ? `Im Jahr ${asOf.year} besteht keine Stelle.`
    : `Zu dieser Auswahl gibt es ${asOf.year} keine Stelle.`;
}

function tilesOf({ asOf }: BookPage, posts: readonly PositionYear[]): readonly TileView[] {
  const vacant = posts.filter(({ vacancies }) => vacancies.length > 0);
  const amounts = posts.map(({ entitlement }) => entitlement?.amountCents ?? ZERO_CENTS);
  return [
    {
      label: 'Stellen',
      figure: posts.length.toString(),
      lines: [fteText(sumFte(posts.map(({ position }) => position.plannedFte)))],
      tone: '',
    },
    {
      label: 'Mit unbesetzter Zeit',
      figure: vacant.length.toString(),
      lines: [
        countText(
          vacant.reduce((days, { vacantDays }) => days + vacantDays, 0),
          'Tag',
          'Tage',
        ),
      ],
      tone: vacant.length === 0 ? 'muted' : 'warning',
    },
    {
      label: `Anspruch ${asOf.year}`,
      figure: formatEuro(sumCents(amounts)),
      lines: ['nach der besetzten Zeit'],
      tone: '',
    },
  ];
}

function positionTable(page: BookPage, posts: readonly PositionYear[]): TableView {
  return {
    id: 'stellen',
    caption: `Stellen im Förderjahr ${page.asOf.year}`,
    columns: [
      { label: 'Stelle' },
      { label: 'Arbeitgeber, Ort' },
      { label: 'Baustein' },
      { label: 'VzÄ', numeric: true },
      { label: 'Besetzt', numeric: true },
      { label: 'Anspruch', numeric: true },
    ],
    rows: posts.map((post) => positionRow(page, post)),
    footer: [],
    phone: 'pairs',
    filter: posts.length > 8,
  };
}

function positionRow(page: BookPage, post: PositionYear): RowView {
  const { position, entitlement } = post;
  const { year } = page.asOf;
  const part = partOfYear(post, year);
  return row([
    cell(position.label, {
      href: page.link(paths.position(position.id)),
      sub: part === '' ? position.title : `${position.title}, ${part}`,
      ...(position.example !== undefined && { example: position.example }),
    }),
    cell(page.names.shortParty(position.employer), {
      ...(position.placeOfWork !== page.names.shortParty(position.employer) && {
        sub: position.placeOfWork,
      }),
    }),
    cell(page.names.component(position.component)),
    fteCell(position.plannedFte, isBelowUsualShare(position.plannedFte) ? SMALL : {}),
    filledCell(post),
    entitlement === undefined
      ? BLANK
      : moneyCell(entitlement.amountCents, {
          explain: {
            href: page.link(paths.calculationSheet(position.id, year)),
            label: 'Rechenblatt',
          },
        }),
  ]);
}

const SMALL = { sub: 'unter 0,5: bitte prüfen' };

function filledCell({ entitlement, vacantDays }: PositionYear): CellView {
  const sub = vacantDays === 0 ? {} : { sub: `${countText(vacantDays, 'Tag', 'Tage')} unbesetzt` };
  if (entitlement === undefined) return cell('ohne Zeile', sub);
  if (entitlement.zero !== undefined) {
    return {
      text: '',
      badge: { tone: 'warning', text: zeroReasonTexts[entitlement.zero] },
      ...sub,
    };
  }
  return cell(percentOf(entitlement.share), sub);
}

function vacancyTable(page: BookPage, posts: readonly PositionYear[]): TableView {
  return {
    id: 'vakanzen',
    caption: `Unbesetzte Zeiten ${page.asOf.year}`,
    columns: [
      { label: 'Stelle' },
      { label: 'Arbeitgeber' },
      { label: 'Zeitraum' },
      { label: 'Tage', numeric: true },
      { label: 'Fehlende VzÄ', numeric: true },
    ],
    rows: posts.flatMap(({ position, vacancies }) =>
      vacancies.map(({ period, missing }) =>
        row([
          cell(position.label, { href: page.link(paths.position(position.id)) }),
          cell(page.names.shortParty(position.employer)),
          cell(periodText(period)),
          cell(daysOf(period).toString()),
          fteCell(missing),
        ]),
      ),
    ),
    footer: [],
  };
}
