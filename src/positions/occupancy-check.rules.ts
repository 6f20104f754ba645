import { covers, overlap } from '../domain/calendar/period.js';
import { addDays, formatGermanDay } from '../domain/calendar/plain-date.js';
import { formatFte } from '../domain/proration/fte.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { excessWithin, sharesOf, type Charge } from './charges.rules.js';
import { placed } from './findings.js';
import { NO_END, periodOf, vacanciesOf, type Vacancy } from './occupancy.rules.js';
import { useOfPosition } from './position-capacity.rules.js';

/** An occupancy that somebody states, and where a finding about it is told: "" or "rows[3]". */
export interface PlacedOccupancy {
  readonly path: string;
  readonly occupancy: OccupancyDefinition;
}

/**
 * What is wrong or doubtful about occupancies of one post: their days, the planned share (R9), and
 * gaps beside them.
 *
 * @param position as it will stand, with them in it
 */
export function occupancyFindings(
  position: PositionDefinition,
  stated: readonly PlacedOccupancy[],
): readonly FactFinding[] {
  const charges = chargesOf(position);
  const shares = sharesOf(charges);
  const gaps = vacanciesOf(position, periodOf(position));
  return stated.flatMap(({ path, occupancy }) => {
    const wrongDays = dayFindings(position, occupancy);
    const found =
      wrongDays.length > 0
        ? wrongDays
        : [
            ...shareFindings(position, occupancy, shares, charges),
            ...repeatFindings(position, occupancy),
            ...gapFindings(occupancy, gaps),
          ];
    return found.map((finding) => placed(path, finding));
  });
}

/** The post with the occupancies in it, each in the place of what has its id. */
export function withStated(
  position: PositionDefinition,
  stated: readonly Pick<PlacedOccupancy, 'occupancy'>[],
): PositionDefinition {
  const own = stated.map(({ occupancy }) => occupancy);
  const replaced = new Set(own.map(({ id }) => id));
  const kept = position.occupancies.filter(({ id }) => !replaced.has(id));
  return { ...position, occupancies: [...kept, ...own].toSorted(byFirstDay) };
}

function byFirstDay(a: OccupancyDefinition, b: OccupancyDefinition): number {
  return a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1;
}

/** What a post's own days and share no longer allow of those who fill it, told at the post's fields. */
export function positionFindings(position: PositionDefinition): readonly FactFinding[] {
  const days = periodOf(position);
  const outside = (field: 'from' | 'to'): FactFinding[] => {
    const spell = position.occupancies.map(periodOf).find(({ from, to }) => {
      return field === 'from' ? from < days.from : to > days.to;
    });
    if (spell === undefined) return [];
    const message =
      field === 'from'
        ? `Die Stelle ist schon ab ${formatGermanDay(spell.from)} besetzt.`
        : `Die Stelle ist ${untilText(spell.to)} besetzt. Beenden Sie zuerst die Besetzung.`;
    return [error(field, message)];
  };
  const charges = chargesOf(position);
  const shares = sharesOf(charges);
  const excess = position.occupancies
    .map((occupancy) => excessWithin(useOfPosition(occupancy), shares, position.plannedFte))
    .find((found) => found !== undefined);
  return [
    ...outside('from'),
    ...outside('to'),
    ...(excess === undefined
      ? []
      : [
          error(
            'plannedFte',
            `Am ${formatGermanDay(excess.day)} sind ${formatFte(excess.total)} VzÄ besetzt (R9).`,
          ),
        ]),
  ];
}

function chargesOf(position: PositionDefinition): readonly Charge[] {
  return position.occupancies.flatMap((occupancy) =>
    useOfPosition(occupancy).map((slice) => ({ ...slice, occupancy, position })),
  );
}

function dayFindings(position: PositionDefinition, occupancy: OccupancyDefinition): FactFinding[] {
  const [post, spell] = [periodOf(position), periodOf(occupancy)];
  if (spell.to < spell.from) return [error('to', 'Der letzte Tag liegt vor dem ersten.')];
  const unpaid = occupancy.unpaid.flatMap(({ period }, index) => {
    const path = `unpaid[${index}].period`;
    if (period.to < period.from) return [error(path, 'Der letzte Tag liegt vor dem ersten.')];
    if (covers(spell, period)) return [];
    return [error(path, 'Die unbezahlte Zeit liegt nicht in der Besetzung.')];
  });
  const begin = `${position.label} gibt es ab ${formatGermanDay(post.from)}.`;
  const end = `${position.label} gibt es ${untilText(post.to)}.`;
  return [
    ...(spell.from < post.from ? [error('from', begin)] : []),
    ...(spell.from > post.to ? [error('from', end)] : []),
    ...(spell.to > post.to && spell.from <= post.to ? [error('to', end)] : []),
    ...unpaid,
  ];
}

/** R9: two people at once never count above the planned share, unless one is cover. */
function shareFindings(
  { plannedFte }: PositionDefinition,
  occupancy: OccupancyDefinition,
  shares: ReturnType<typeof sharesOf>,
  charges: readonly Charge[],
): FactFinding[] {
  const excess = excessWithin(useOfPosition(occupancy), shares, plannedFte);
  if (excess === undefined) return [];
  const who = charges
    .filter(({ period: { from, to } }) => from <= excess.day && excess.day <= to)
    .map((charge) => `${charge.occupancy.personKey} ${formatFte(charge.occupancy.share)}`);
  const message =
    `Am ${formatGermanDay(excess.day)} wären ${formatFte(excess.total)} VzÄ besetzt, ` +
    `geplant sind ${formatFte(plannedFte)} (R9): ${who.join(', ')}. ` +
    'Wer nur vertritt, wird als Vertretung eingetragen.';
  return [error('share', message)];
}

/** Somebody stands on the post already on some of the days: told twice, or a second share. */
function repeatFindings(
  { label, occupancies }: PositionDefinition,
  occupancy: OccupancyDefinition,
): FactFinding[] {
  const { id, personKey } = occupancy;
  const other = occupancies.find(
    (known) =>
      known.id !== id &&
      known.personKey === personKey &&
      overlap(periodOf(known), periodOf(occupancy)),
  );
  if (other === undefined) return [];
  const message =
    `${personKey} ist auf ${label} schon ab ${formatGermanDay(other.from)} ` +
    `${other.to === undefined ? 'ohne Ende' : `bis ${formatGermanDay(other.to)}`} ` +
    `mit ${formatFte(other.share)} VzÄ eingetragen. Ist das ein zweiter Anteil oder doppelt?`;
  return [{ path: 'personKey', message, severity: 'warning' }];
}

/** R9: a vacancy that begins or ends beside the occupancy. */
function gapFindings(
  occupancy: OccupancyDefinition,
  gaps: readonly Vacancy[],
): readonly FactFinding[] {
  const { from, to } = periodOf(occupancy);
  return gaps.flatMap(({ period, missing }) => {
    const isBefore = period.to === addDays(from, -1);
    const isAfter = to !== NO_END && period.from === addDays(to, 1);
    if (!isBefore && !isAfter) return [];
    const days =
      period.to === NO_END
        ? `Ab dem ${formatGermanDay(period.from)}`
        : `Vom ${formatGermanDay(period.from)} bis zum ${formatGermanDay(period.to)}`;
    const message = `${days} sind ${formatFte(missing)} VzÄ der Stelle unbesetzt.`;
    return [{ path: isBefore ? 'from' : 'to', message, severity: 'warning' as const }];
  });
}

function untilText(day: typeof NO_END): string {
  return day === NO_END ? 'ohne Ende' : `bis ${formatGermanDay(day)}`;
}

function error(path: string, message: string): FactFinding {
  return { path, message, severity: 'error' };
}
