import { present } from '../platform/database/present.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import type { Occupancy, Position } from './position.entity.js';

/** A post between its two forms: the definition that people write and the rows of the book. */

export function positionRow(position: PositionDefinition) {
  return {
    id: position.id,
    label: position.label,
    title: position.title,
    component: position.component,
    plannedFte: position.plannedFte,
    fromDay: position.from,
    toDay: position.to ?? null,
    employer: position.employer,
    placeOfWork: position.placeOfWork,
    allocationLine: position.allocationLine ?? null,
    own: position.own ?? null,
    example: position.example ?? null,
  };
}

export function occupancyRow(positionId: string, occupancy: OccupancyDefinition) {
  return {
    id: occupancy.id,
    positionId,
    personKey: occupancy.personKey,
    fromDay: occupancy.from,
    toDay: occupancy.to ?? null,
    share: occupancy.share,
    cover: occupancy.cover,
    unpaid: occupancy.unpaid,
    example: occupancy.example ?? null,
  };
}

/** @param occupancies of this post; they come out by their first day */
export function toPosition(row: Position, occupancies: readonly Occupancy[]): PositionDefinition {
  return {
    id: row.id,
    label: row.label,
    title: row.title,
    component: row.component,
    plannedFte: row.plannedFte,
    from: row.fromDay,
    employer: row.employer,
    placeOfWork: row.placeOfWork,
    occupancies: occupancies.toSorted(byFirstDay).map(toOccupancy),
    ...present({
      to: row.toDay,
      allocationLine: row.allocationLine,
      own: row.own,
      example: row.example,
    }),
  };
}

export function toOccupancy(row: Occupancy): OccupancyDefinition {
  return {
    id: row.id,
    personKey: row.personKey,
    from: row.fromDay,
    share: row.share,
    cover: row.cover,
    unpaid: row.unpaid,
    ...present({ to: row.toDay, example: row.example }),
  };
}

function byFirstDay(a: Occupancy, b: Occupancy): number {
  return a.fromDay < b.fromDay ? -1 : a.fromDay > b.fromDay ? 1 : a.id < b.id ? -1 : 1;
}
