import { formatGermanDay } from '../../domain/calendar/plain-date.js';
import { formatFte } from '../../domain/proration/fte.js';
import { dayScale, monthAxis, type DayScale } from './day-axis.js';
import { seams, stacked, type OccupancyRow, type OccupancySpell } from './occupancy.js';
import { element, fitted, picture, textAt, tooltip, type ChartHead } from './svg.js';

const TOP = 30;
const ROW = 50;
const BAR = 34;
const LABEL_FROM_WIDTH = 64;
const LABEL_FROM_HEIGHT = 15;

/** How wide a picture is, and where its days begin. */
export interface ChartSize {
  readonly width: number;
  readonly left: number;
}

const PAGE_WIDE: ChartSize = { width: 1120, left: 220 };
/** Beside the fields of a form: short names. */
export const FORM_WIDE: ChartSize = { width: 680, left: 76 };

interface Band {
  readonly y: number;
  /** Pixels of one ten-thousandth VzÄ. */
  readonly unit: number;
  readonly bottom: number;
}

/** "Stellenbesetzung": one row a post over the year; vacancy, change of person and unpaid time. */
export function occupancySvg(
  head: ChartHead,
  year: number,
  rows: readonly OccupancyRow[],
  { width, left }: ChartSize = PAGE_WIDE,
): string {
  const scale = dayScale(year, left, width - 6);
  const height = TOP + rows.length * ROW + 6;
  return picture(head, width, height, [
    patterns(head.id),
    monthAxis(scale, TOP - 6, height - 4),
    ...rows.map((row, index) => rowOf(head.id, row, scale, TOP + index * ROW)),
  ]);
}

function patterns(id: string): string {
  const hatch = (name: string, ground: string, line: string): string =>
    element(
      'pattern',
      { id: `${id}-${name}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
      ground + element('path', { class: line, d: 'M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4' }),
    );
  const ground = element('rect', { class: 'wb-hatch-ground', width: 8, height: 8 });
  return element(
    'defs',
    {},
    hatch('vacant', ground, 'wb-hatch-line') + hatch('unpaid', '', 'wb-unpaid-line'),
  );
}

function rowOf(id: string, row: OccupancyRow, scale: DayScale, top: number): string {
  const bottom = top + ROW - 8;
  const band: Band = { y: bottom - BAR, unit: BAR / row.plannedFte, bottom };
  return [
    nameOf(row, top),
    planned(row, scale, band),
    ...row.vacancies.map((vacancy) =>
      block(scale, band, vacancy, {
        className: 'wb-vacant',
        fill: `url(#${id}-vacant)`,
        base: row.plannedFte - vacancy.missing,
        share: vacancy.missing,
        text: `unbesetzt: ${formatFte(vacancy.missing)} VzÄ`,
      }),
    ),
    ...stacked(row).map(({ spell, base }) => bar(id, spell, base, scale, band, row.hue)),
    ...seams(row.spells).map((day) => seam(day, scale, band)),
    element('line', { class: 'wb-grid', x1: 0, x2: scale.right + 6, y1: top + ROW, y2: top + ROW }),
  ].join('');
}

function nameOf(row: OccupancyRow, top: number): string {
  const label =
    tooltip(`${row.name}, ${row.note}`) +
    textAt(0, top + 24, 'wb-t-strong', fitted(row.name, 30)) +
    textAt(0, top + 40, 'wb-t-sub', fitted(row.note, 36));
  return element('g', {}, label);
}

function planned(row: OccupancyRow, scale: DayScale, { y }: Band): string {
  const { x, width } = scale.span(row.period);
  const share = `geplant ${formatFte(row.plannedFte)} VzÄ`;
  return element('rect', { class: 'wb-planned', x, y, width, height: BAR }, tooltip(share));
}

function bar(
  id: string,
  spell: OccupancySpell,
  base: number,
  scale: DayScale,
  band: Band,
  hue: OccupancyRow['hue'],
): string {
  const { x, width } = scale.span(spell);
  const height = spell.share * band.unit;
  const parts = [
    block(scale, band, spell, {
      className: `wb-person wb-c${hue}`,
      base,
      share: spell.share,
      text: `${spell.label}: ${formatFte(spell.share)} VzÄ`,
    }),
    ...spell.unpaid.map((period) =>
      block(scale, band, period, {
        className: 'wb-unpaid',
        fill: `url(#${id}-unpaid)`,
        base,
        share: spell.share,
        text: 'unbezahlt',
      }),
    ),
  ];
  if (width > LABEL_FROM_WIDTH && height > LABEL_FROM_HEIGHT) {
    const y = band.bottom - base * band.unit - 6;
    parts.push(textAt(x + 8, y, 'wb-t-on wb-t-num', formatFte(spell.share)));
  }
  return parts.join('');
}

interface BlockParts {
  readonly className: string;
  readonly fill?: string;
  readonly base: number;
  readonly share: number;
  readonly text: string;
}

function block(
  scale: DayScale,
  { bottom, unit }: Band,
  period: Parameters<DayScale['span']>[0],
  { className, fill, base, share, text }: BlockParts,
): string {
  const { x, width } = scale.span(period);
  const height = share * unit;
  const days = `${formatGermanDay(period.from)} – ${formatGermanDay(period.to)}`;
  return element(
    'rect',
    {
      class: className,
      ...(fill !== undefined && { fill }),
      x,
      y: bottom - base * unit - height,
      width,
      height,
    },
    tooltip(`${text}, ${days}`),
  );
}

function seam(day: OccupancySpell['from'], scale: DayScale, { y, bottom }: Band): string {
  const x = scale.x(day);
  const mark = `M${x - 5},${y - 5} h10 l-5,7 z`;
  return element(
    'g',
    {},
    tooltip(`Wechsel der Person am ${formatGermanDay(day)}`) +
      element('line', { class: 'wb-seam', x1: x, x2: x, y1: y - 3, y2: bottom }) +
      element('path', { class: 'wb-seam-mark', d: mark }),
  );
}
