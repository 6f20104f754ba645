import { Injectable } from '@nestjs/common';
import { Capacity, type CapacityStatement } from '../capacity/capacity.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { OccupancyDefinition } from '../programmes/definitions/definition.js';
import {
  ONE_PERSON,
  personHolder,
  positionHolder,
  useOfPerson,
  useOfPosition,
} from './position-capacity.rules.js';

/** An occupancy, and the post that it fills. */
export interface OccupancyOfPosition {
  readonly positionId: string;
  readonly occupancy: OccupancyDefinition;
}

/** Occupancies as they stood, and as they will stand. */
export interface OccupancyChange {
  readonly before: readonly OccupancyOfPosition[];
  readonly after: readonly OccupancyOfPosition[];
}

/** Keeps R9 and R11: what occupancies take from their post, and from the 1.0 of their person. */
@Injectable()
export class OccupancyCapacities {
  constructor(private readonly capacity: Capacity) {}

  /**
   * Gives back what was taken of posts and people that are no longer named, then states the rest.
   * @throws CapacityExceeded if the post (R9) or the person (R11) has no room
   */
  async state(tx: Tx, { before, after }: OccupancyChange, by: string): Promise<void> {
    const wanted = after.flatMap(usesOf);
    const kept = new Set(wanted.map(keyOf));
    const released = before
      .flatMap(usesOf)
      .filter((use) => !kept.has(keyOf(use)))
      .map((use) => ({ ...use, slices: [] }));
    const persons = new Set(after.map(({ occupancy }) => personHolder(occupancy.personKey)));
    const ones = [...persons].map((holder): CapacityStatement => {
      return { holder, side: 'grant', subject: holder, slices: ONE_PERSON };
    });
    await this.capacity.stateAll(tx, [...released, ...ones, ...wanted], by);
  }
}

function usesOf({ positionId, occupancy }: OccupancyOfPosition): readonly CapacityStatement[] {
  const subject = `occupancy:${occupancy.id}`;
  return [
    {
      ...{ holder: positionHolder(positionId), side: 'use', subject },
      slices: useOfPosition(occupancy),
    },
    {
      ...{ holder: personHolder(occupancy.personKey), side: 'use', subject },
      slices: useOfPerson(occupancy),
    },
  ];
}

function keyOf({ holder, subject }: CapacityStatement): string {
  return `${holder} ${subject}`;
}
