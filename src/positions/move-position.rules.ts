import { addDays, type PlainDate } from '../domain/calendar/plain-date.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { periodOf } from './occupancy.rules.js';
import type { PositionMove } from './move-input.js';

/** A move taken apart: what ends, what begins, and which occupancies are cut, go or come. */
export interface MovedPosition {
  readonly before: PositionDefinition;
  readonly after: PositionDefinition;
  /** Cut to the day before. */
  readonly cut: readonly OccupancyDefinition[];
  /** Not begun yet: taken back here, as they stand at the new post. */
  readonly gone: readonly OccupancyDefinition[];
}

/** A move divides the life of a post: the day lies within it, and not at its beginning. */
export function moveFindings(
  position: PositionDefinition,
  { on, to }: PositionMove,
): readonly FactFinding[] {
  const { from, to: end } = periodOf(position);
  const wrongDay =
    on <= from
      ? 'Die Stelle beginnt nicht vor diesem Tag: Berichtigen Sie sie, statt sie zu verlagern.'
      : on > end
        ? 'Die Stelle endet vor diesem Tag.'
        : undefined;
  const isSame = Object.keys(to).length === 0;
  return [
    ...(wrongDay === undefined ? [] : [error('on', wrongDay)]),
    ...(isSame ? [error('to', 'Es ist nicht gesagt, wohin die Stelle geht.')] : []),
  ];
}

/**
 * Ends a post on the day before, and begins it anew in its new place. Who fills it goes on there
 * with the same key, share and unpaid spells.
 *
 * @param newId makes the id of an occupancy of the new post
 */
export function movedPosition(
  position: PositionDefinition,
  { on, to }: PositionMove,
  id: string,
  newId: () => string,
): MovedPosition {
  const last = addDays(on, -1);
  const { occupancies } = position;
  const cut = occupancies.filter((spell) => spell.from < on && periodOf(spell).to >= on);
  const gone = occupancies.filter(({ from }) => from >= on);
  const kept = occupancies.filter((spell) => periodOf(spell).to < on);
  const ended = cut.map((spell) => endedOn(spell, last));
  return {
    before: { ...position, to: last, occupancies: [...kept, ...ended] },
    after: {
      ...inItsNewPlace(position, to),
      id,
      from: on,
      occupancies: [...cut, ...gone].map((spell) => ({ ...begunOn(spell, on), id: newId() })),
    },
    cut: ended,
    gone,
  };
}

/** A post is on a line or on notice lines: naming the one leaves the other. */
function inItsNewPlace(position: PositionDefinition, to: PositionMove['to']): PositionDefinition {
  const { allocationLine, own, ...rest } = position;
  const payer =
    to.allocationLine === undefined && to.own === undefined
      ? { ...(allocationLine !== undefined && { allocationLine }), ...(own && { own }) }
      : {};
  return { ...rest, ...payer, ...to };
}

function endedOn(spell: OccupancyDefinition, last: PlainDate): OccupancyDefinition {
  const unpaid = spell.unpaid
    .filter(({ period }) => period.from <= last)
    .map(({ period, reason }) => {
      return { period: period.to > last ? { ...period, to: last } : period, reason };
    });
  return { ...spell, to: last, unpaid };
}

function begunOn(spell: OccupancyDefinition, first: PlainDate): OccupancyDefinition {
  if (spell.from >= first) return spell;
  const unpaid = spell.unpaid
    .filter(({ period }) => period.to >= first)
    .map(({ period, reason }) => {
      return { period: period.from < first ? { ...period, from: first } : period, reason };
    });
  return { ...spell, from: first, unpaid };
}

function error(path: string, message: string): FactFinding {
  return { path, message, severity: 'error' };
}
