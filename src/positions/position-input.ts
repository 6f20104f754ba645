import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { factFrom } from '../programmes/fact-check.js';
import { FactRefused } from '../programmes/programmes.errors.js';

/** A post as somebody states it, without who fills it; without an id the book makes one. */
export type StatedPosition = Omit<PositionDefinition, 'id' | 'occupancies'> & {
  readonly id?: string;
};

/** An occupancy as somebody states it; without an id the book makes one. */
export type StatedOccupancy = Omit<OccupancyDefinition, 'id'> & { readonly id?: string };

/** Stands for the id that the book will make, where a schema asks for one. */
const UNNAMED = 'neu';

const OCCUPANCIES_APART: FactFinding = {
  path: 'occupancies',
  message: 'Besetzungen werden für sich eingetragen, nicht mit der Stelle.',
  severity: 'error',
};

/** Reads a post from a form or from JSON. @throws FactRefused with all mistakes */
export function positionFrom(fields: Readonly<Record<string, unknown>>): StatedPosition {
  const { occupancies: filled, ...read } = factFrom('position', named(fields));
  if (filled.length > 0) throw new FactRefused([OCCUPANCIES_APART]);
  return unnamed(read, fields);
}

/** Reads an occupancy from a form or from JSON. @throws FactRefused with all mistakes */
export function occupancyFrom(fields: Readonly<Record<string, unknown>>): StatedOccupancy {
  return unnamed(factFrom('occupancy', named(fields)), fields);
}

function isNamed({ id }: Readonly<Record<string, unknown>>): boolean {
  return id !== undefined && id !== '';
}

function named(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return isNamed(fields) ? fields : { ...fields, id: UNNAMED };
}

function unnamed<Fact extends { readonly id: string }>(
  fact: Fact,
  fields: Readonly<Record<string, unknown>>,
): Omit<Fact, 'id'> & { readonly id?: string } {
  const { id, ...rest } = fact;
  return isNamed(fields) ? { ...rest, id } : rest;
}
