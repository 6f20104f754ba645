import { intersect } from '../../domain/calendar/period.js';
import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { periodOf } from '../../positions/positions.js';
import type { BookPage } from '../book/book-page.js';
import { fteText } from '../book/words.js';
import { occupancySvg } from '../charts/occupancy.chart.js';
import { occupancyLegend, type OccupancyRow, type OccupancySpell } from '../charts/occupancy.js';
import type { ChartView } from '../components/parts.js';
import { cell, fteCell, row, type RowView } from '../components/table.js';
import { periodText } from '../messages/quantity-text.js';
import type { PositionYear } from './position-year.js';

const ID = 'besetzung';
const HUES = [1, 2, 3, 4, 5, 6] as const;

/** "Stellenbesetzung" over the year as a picture, and the same as a table. */
export function occupancyChart(page: BookPage, posts: readonly PositionYear[]): ChartView {
  const { year } = page.asOf;
  const head = {
    id: ID,
    title: `Stellenbesetzung ${year}`,
    description: `${posts.length} Stellen über das Jahr; schraffiert ist unbesetzte Zeit.`,
  };
  const components = componentsOf(page.facts.positions);
  return {
    label: head.title,
    svg: occupancySvg(
      head,
      year,
      posts.map((post) => chartRow(page, post, components)),
    ),
    legend: occupancyLegend(ID),
    table: {
      id: 'besetzung-tabelle',
      caption: `Stellenbesetzung ${year} als Tabelle`,
      columns: [
        { label: 'Stelle' },
        { label: 'Personenkennung' },
        { label: 'Zeitraum' },
        { label: 'VzÄ', numeric: true },
      ],
      rows: posts.flatMap(tableRows),
      footer: [],
    },
  };
}

const keptComponents = new WeakMap<object, readonly string[]>();

/** All of the book, so that each has the same colour on every page of the list. */
function componentsOf(positions: BookPage['facts']['positions']): readonly string[] {
  const components = keptComponents.get(positions) ?? [
    ...new Set(positions.map(({ component }) => component)),
  ];
  keptComponents.set(positions, components);
  return components;
}

function chartRow(
  { names }: BookPage,
  { position, period, vacancies }: PositionYear,
  components: readonly string[],
): OccupancyRow {
  return {
    name: position.label,
    note: `${names.component(position.component)}, ${fteText(position.plannedFte)}, ${position.placeOfWork}`,
    plannedFte: position.plannedFte,
    period,
    spells: spellsOf({ position, period }),
    vacancies: vacancies.map(({ period: gap, missing }) => ({ ...gap, missing })),
    hue: HUES[components.indexOf(position.component) % HUES.length] ?? 1,
  };
}

/** Who is on a post on the days of a period, as the picture wants it. */
export function spellsOf({
  position,
  period,
}: Pick<PositionYear, 'position' | 'period'>): readonly OccupancySpell[] {
  return position.occupancies.flatMap((occupancy) => {
    const days = intersect(periodOf(occupancy), period);
    if (days === undefined) return [];
    const unpaid = occupancy.unpaid.flatMap((spell) => intersect(spell.period, days) ?? []);
    const label = `${occupancy.cover ? 'Vertretung' : 'besetzt'}, Kennung ${occupancy.personKey}`;
    return [{ ...days, share: occupancy.share, label, unpaid }];
  });
}

function tableRows({ position, period, vacancies }: PositionYear): readonly RowView[] {
  const filled = position.occupancies.flatMap((occupancy) => {
    const days = intersect(periodOf(occupancy), period);
    if (days === undefined) return [];
    const unpaid = occupancy.unpaid.map((spell) => `unbezahlt ${periodText(spell.period)}`);
    const about = [...(occupancy.cover ? ['Vertretung'] : []), ...unpaid].join(', ');
    return [
      {
        from: days.from,
        row: row([
          cell(position.label),
          cell(occupancy.personKey, { ...(about !== '' && { sub: about }) }),
          cell(periodText(days)),
          fteCell(occupancy.share),
        ]),
      },
    ];
  });
  const empty = vacancies.map(({ period: gap, missing }) => ({
    from: gap.from,
    row: row([
      cell(position.label),
      { text: '', badge: { tone: 'warning', text: 'unbesetzt' } },
      cell(periodText(gap)),
      fteCell(missing),
    ]),
  }));
  return [...filled, ...empty]
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .map((entry) => entry.row);
}

/** "seit 01.03.2022": when a post begins or ends within a year, for a subline. */
export function partOfYear({ period }: PositionYear, year: number): string {
  const begins = period.from > `${year}-01-01` ? `ab ${formatGermanDay(period.from)}` : '';
  const ends = period.to < `${year}-12-31` ? `bis ${formatGermanDay(period.to)}` : '';
  return [begins, ends].filter(Boolean).join(' ');
}
