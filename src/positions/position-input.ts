import type { Instant } from '../domain/calendar/instant.js';
import { InvalidField } from '../domain/errors/invalid-field.js';
import { ensureOnly } from '../platform/http/change-request.js';
import { readFact, type FactFinding } from '../programmes/definitions/fact-reading.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import { factFrom } from '../programmes/fact-check.js';
import { FactRefused } from '../programmes/programmes.errors.js';
import { ensureNoError, placed } from './findings.js';
import { isFields, named, unnamed } from './stated-fields.js';

/** A post as somebody states it, without who fills it; without an id the book makes one. */
export type StatedPosition = Omit<PositionDefinition, 'id' | 'occupancies'> & {
  readonly id?: string;
};

/** An occupancy as somebody states it; without an id the book makes one. */
export type StatedOccupancy = Omit<OccupancyDefinition, 'id'> & { readonly id?: string };

/** One row of a range: an occupancy, and the id of its post. */
export interface OccupancyRow extends StatedOccupancy {
  readonly position: string;
}

/** What somebody types for a post, before it is saved. */
export interface TypedChange {
  /** The post as it shall stand; absent: as the book has it. */
  readonly position?: StatedPosition | undefined;
  /** Occupancies that are new, or take the place of the one of their id. */
  readonly occupancies?: readonly StatedOccupancy[] | undefined;
  /** Ids of occupancies that are taken back. */
  readonly withdrawn?: readonly string[] | undefined;
  readonly knownAt?: Instant | undefined;
}

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

/** Reads the rows of a range from JSON. @throws FactRefused with all mistakes, at "rows[3].share" */
export function occupancyRowsFrom(rows: readonly unknown[]): readonly OccupancyRow[] {
  const read = rows.map((row, index) => {
    const { position, ...fields } = isFields(row) ? row : {};
    const { fact, findings } = readFact('occupancy', named(fields));
    const isThere = typeof position === 'string' && position !== '';
    const found = [...(isThere ? [] : [POSITION_MISSING]), ...findings];
    return {
      findings: found.map((finding) => placed(`rows[${index}]`, finding)),
      row: fact && isThere ? { ...unnamed(fact, fields), position } : undefined,
    };
  });
  ensureNoError(read.flatMap(({ findings }) => findings));
  return read.flatMap(({ row }) => row ?? []);
}

/** The post that an occupancy names. @throws FactRefused at "position" */
export function positionIdOf(position: unknown): string {
  if (typeof position === 'string' && position !== '') return position;
  throw new FactRefused([POSITION_MISSING]);
}

/** Reads what somebody types for a post. @throws FactRefused, at "occupancies[0].share" */
export function changeFrom(body: unknown, id: string): TypedChange {
  const { position, ...others } = typedFields(body);
  const spells = listIn(others, 'occupancies').map((given, index) => {
    const fields = isFields(given) ? given : {};
    const { fact, findings } = readFact('occupancy', named(fields));
    const path = `occupancies[${index}]`;
    return {
      fact: fact && unnamed(fact, fields),
      found: findings.map((each) => placed(path, each)),
    };
  });
  ensureNoError(spells.flatMap(({ found }) => found));
  return {
    ...(isFields(position) && { position: positionFrom({ ...position, id }) }),
    occupancies: spells.flatMap(({ fact }) => fact ?? []),
    withdrawn: listIn(others, 'withdrawn').map(String),
  };
}

const TYPED = ['position', 'occupancies', 'withdrawn'];

/** @throws InvalidField at the first field that is none of a preview, or is no group */
function typedFields(body: unknown): Readonly<Record<string, unknown>> {
  if (!isFields(body)) throw new InvalidField('group', '', '');
  ensureOnly(body, TYPED);
  const { position } = body;
  if (position !== undefined && !isFields(position)) {
    throw new InvalidField('group', '', '/position');
  }
  return body;
}

/** A list that may be left out. @throws InvalidField at its name */
function listIn(fields: Readonly<Record<string, unknown>>, name: string): readonly unknown[] {
  const value = fields[name];
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new InvalidField('list', '', `/${name}`);
  return value;
}

const POSITION_MISSING: FactFinding = {
  path: 'position',
  message: 'Diese Angabe fehlt. Erwartet: die Kennung einer Stelle.',
  severity: 'error',
};
