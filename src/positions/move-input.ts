import { parsePlainDate, type PlainDate } from '../domain/calendar/plain-date.js';
import { InvalidField } from '../domain/errors/invalid-field.js';
import { readFact, type FactFinding } from '../programmes/definitions/fact-reading.js';
import { ensureNoError, placed } from './findings.js';
import type { StatedPosition } from './position-input.js';
import { isFields, isNamed, UNNAMED } from './stated-fields.js';

/** Where a post goes: what is left out stays as it is. */
export interface PositionMove {
  /** The first day in the new place. */
  readonly on: PlainDate;
  /** Of the post that begins there; absent: the book makes one. */
  readonly id?: string;
  readonly to: Partial<Omit<StatedPosition, 'id' | 'from' | 'to' | 'example'>>;
}

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
