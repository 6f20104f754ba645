import { daysOf } from '../../domain/calendar/period.js';
import { formatEuro } from '../../domain/money/amount-text.js';
import { sumCents, ZERO_CENTS } from '../../domain/money/cents.js';
import { isBelowUsualShare, sumFte } from '../../domain/proration/fte.js';
import type { BookPage } from '../book/book-page.js';
import { countText, fteText } from '../book/words.js';
import type { ChartView, TileView } from '../components/parts.js';
import { cell, fteCell, row, type TableView } from '../components/table.js';
import type { ListView, ShownList } from '../lists/list.view.js';
import { grouped } from '../lists/list.words.js';
import { periodText } from '../messages/quantity-text.js';
import { paths } from '../paths.js';
import { occupancyChart } from './occupancy-chart.view.js';
import type { PositionYear } from './position-year.js';

/** "Stellen": who filled which post when, and where nobody did. */
export interface PositionListView {
  readonly tiles: readonly TileView[];
  /** Of the posts on this page of the list. */
  readonly chart?: ChartView;
  readonly list: ListView;
  readonly vacancies: TableView;
  /** R5: posts below 0.5 VzÄ; '' if there are none. */
  readonly smallPosts: string;
}

const SMALL_NAMED = 5;

export function positionListView(
  page: BookPage,
  { view, rows, selection }: ShownList<PositionYear>,
): PositionListView {
  const summary = summaryOf(page, selection);
  return {
    tiles: rows.length === 0 ? [] : summary.tiles,
    ...(rows.length > 0 && { chart: occupancyChart(page, rows) }),
    list: view,
    vacancies: vacancyTable(page, rows),
    smallPosts: summary.smallPosts,
  };
}

interface Summary {
  readonly tiles: readonly TileView[];
  readonly smallPosts: string;
}

const kept = new WeakMap<object, Summary>();

/** Of all posts that fit, on whatever page of the list. */
function summaryOf(page: BookPage, selection: ShownList<PositionYear>['selection']): Summary {
  const known = kept.get(selection);
  if (known !== undefined) return known;
  const summary = {
    tiles: tilesOf(page, selection.rows),
    smallPosts: smallPostsText(selection.rows),
  };
  kept.set(selection, summary);
  return summary;
}

function smallPostsText(posts: readonly PositionYear[]): string {
  const small = posts.filter(({ position }) => isBelowUsualShare(position.plannedFte));
  if (small.length === 0) return '';
  const named = small
    .slice(0, SMALL_NAMED)
    .map(({ position }) => `${position.label} mit ${fteText(position.plannedFte)}`);
  const more = small.length - named.length;
  const names = more === 0 ? named : [...named, countText(more, 'weitere', 'weitere')];
  return `Unter 0,5 VzÄ: ${names.join(', ')}. So kleine Anteile sind erlaubt, aber ungewöhnlich; bitte prüfen.`;
}

function tilesOf({ asOf }: BookPage, posts: readonly PositionYear[]): readonly TileView[] {
  const vacant = posts.filter(({ vacancies }) => vacancies.length > 0);
  const amounts = posts.map(({ entitlement }) => entitlement?.amountCents ?? ZERO_CENTS);
  const days = vacant.reduce((sum, { vacantDays }) => sum + vacantDays, 0);
  return [
    {
      label: 'Stellen',
      figure: grouped(posts.length),
      lines: [fteText(sumFte(posts.map(({ position }) => position.plannedFte)))],
      tone: '',
    },
    {
      label: 'Mit unbesetzter Zeit',
      figure: grouped(vacant.length),
      lines: [`${grouped(days)}\u00a0${days === 1 ? 'Tag' : 'Tage'}`],
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
    phone: 'pairs',
  };
}
