import { calendarYear, intersect } from '../../../domain/calendar/period.js';
import { periodOf, vacanciesOf } from '../../../positions/positions.js';
import type { PositionDefinition } from '../../../programmes/definitions/definition.js';
import { fteText } from '../../book/words.js';
import { FORM_WIDE, occupancySvg } from '../../charts/occupancy.chart.js';
import { occupancyLegend, type OccupancyRow } from '../../charts/occupancy.js';
import type { FormPanel } from '../../editing/form-kind.js';
import { spellsOf } from '../occupancy-chart.view.js';

/** The post as it is, and below it as it would be. */
export function pictureOf(
  before: PositionDefinition,
  after: PositionDefinition,
  year: number,
): Pick<FormPanel, 'chart'> {
  const rows = [chartRow('Bisher', before, year), chartRow('Danach', after, year)].flatMap(
    (each) => each ?? [],
  );
  if (rows.length === 0) return {};
  const id = `vorschau-${year}`;
  const head = {
    id,
    title: `Besetzung ${year}, bisher und danach`,
    description: 'Oben, wie das Buch es kennt; darunter mit Ihren Angaben. Schraffiert: unbesetzt.',
  };
  return {
    chart: {
      label: head.title,
      svg: occupancySvg(head, year, rows, FORM_WIDE),
      legend: occupancyLegend(id),
    },
  };
}

function chartRow(
  name: string,
  position: PositionDefinition,
  year: number,
): OccupancyRow | undefined {
  const period = intersect(periodOf(position), calendarYear(year));
  if (period === undefined) return undefined;
  return {
    name,
    note: fteText(position.plannedFte),
    plannedFte: position.plannedFte,
    period,
    spells: spellsOf({ position, period }),
    vacancies: vacanciesOf(position, period).map(({ period: gap, missing }) => ({
      ...gap,
      missing,
    })),
    hue: 1,
  };
}
