import { readPlace, type PositionMove } from '../../../positions/positions.js';
import type { PositionDefinition } from '../../../programmes/definitions/definition.js';
import type { FactFinding } from '../../../programmes/definitions/fact-reading.js';
import type { FilledForm } from '../../editing/form-kind.js';
import { readDay } from '../../forms/read.js';
import { employerOfLine } from './position-fields.js';
import type { OpenFormBook } from './form-book.js';

type Written = Readonly<Record<string, unknown>>;

/** The first day in the new place: it belongs to the move, not to the post. */
export const MOVE_DAY = '$on';

/** A move as far as it is typed, with what cannot be read of it. */
export interface TypedMove {
  /** Absent as long as the day is missing. */
  readonly move?: PositionMove;
  readonly findings: readonly FactFinding[];
}

/** Where a post goes; what stays as it is is not said. */
export function typedMove(
  { input, texts }: Pick<FilledForm, 'input' | 'texts'>,
  position: PositionDefinition,
  { facts }: OpenFormBook,
): TypedMove {
  const on = readDay(texts[MOVE_DAY] ?? '');
  const { to, findings } = readPlace(changedFields(input, position, facts.lines));
  const told = findings.map((found) => ({ ...found, path: found.path.replace(/^to\.?/, '') }));
  if (!on.ok || told.length > 0) return { findings: told };
  return { move: { on: on.value, to }, findings: told };
}

function changedFields(
  { allocationLine, employer, placeOfWork, label }: Written,
  position: PositionDefinition,
  lines: OpenFormBook['facts']['lines'],
): Written {
  const isOther = typeof allocationLine === 'string' && allocationLine !== position.allocationLine;
  const line = isOther ? lines.get(allocationLine)?.line : undefined;
  const employs = employer ?? (isOther ? employerOfLine({ lines }, allocationLine) : undefined);
  const told: Written = {
    employer: employs,
    placeOfWork,
    label,
    ...(isOther && { allocationLine, component: line?.component }),
  };
  const known = position as unknown as Written;
  return Object.fromEntries(
    Object.entries(told).filter(
      ([key, value]) => value !== undefined && value !== '' && value !== known[key],
    ),
  );
}
