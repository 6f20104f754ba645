import type { Instant } from '../domain/calendar/instant.js';
import { parsePlainDate, type PlainDate } from '../domain/calendar/plain-date.js';
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

/** Where a post goes: what is left out stays as it is. */
export interface PositionMove {
  /** The first day in the new place. */
  readonly on: PlainDate;
  /** Of the post that begins there; absent: the book makes one. */
  readonly id?: string;
  readonly to: Partial<Omit<StatedPosition, 'id' | 'from' | 'to' | 'example'>>;
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

const MOVABLE: ReadonlySet<string> = new Set([
  ...['label', 'title', 'component', 'plannedFte'],
  ...['employer', 'placeOfWork', 'allocationLine', 'own'],
]);

/** A post that lacks nothing, for reading the few fields of a move by the same schema. */
const ANY_POSITION = {
  ...{ id: UNNAMED, label: '-', title: '-', component: 'x', plannedFte: '1.0' },
  ...{ from: '2000-01-01', employer: 'x', placeOfWork: '-' },
};

/** Where a post goes as far as it can be read, with the mistakes: at "to.employer". */
export interface ReadMove {
  readonly to: PositionMove['to'];
  readonly findings: readonly FactFinding[];
}

/** Reads the new place of a post; fields that are left out stay as they are. */
export function readPlace(fields: Readonly<Record<string, unknown>>, id?: unknown): ReadMove {
  const read = readFact('position', { ...ANY_POSITION, ...(isNamed({ id }) && { id }), ...fields });
  const told = Object.entries(read.fact ?? {}).filter(([key]) => key in fields);
  return {
    to: Object.fromEntries(told),
    findings: read.findings.map((finding) =>
      finding.path === 'id' ? finding : placed('to', finding),
    ),
  };
}

/** Reads where a post goes from JSON. @throws InvalidField at `/on`, FactRefused at "to.employer" */
export function moveFrom({
  on,
  id,
  to,
  ...others
}: Readonly<Record<string, unknown>>): PositionMove {
  const fields = to === undefined ? {} : to;
  if (!isFields(fields)) throw new InvalidField('group', '', '/to');
  const unknown = [
    ...Object.keys(others),
    ...Object.keys(fields)
      .filter((key) => !MOVABLE.has(key))
      .map((key) => `to.${key}`),
  ];
  const message = 'Dieses Feld gehört nicht zu einer Verlagerung.';
  const read = readPlace(fields, id);
  ensureNoError([
    ...unknown.map((path): FactFinding => ({ path, message, severity: 'error' })),
    ...read.findings.filter(({ path }) => !unknown.includes(path)),
  ]);
  return {
    on: parsePlainDate(typeof on === 'string' ? on : '', '/on'),
    to: read.to,
    ...(isNamed({ id }) && { id: String(id) }),
  };
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
