import type { PositionPreview, TypedChange } from '../../../positions/occupancy-preview.queries.js';
import type { OccupancyDefinition } from '../../../programmes/definitions/definition.js';
import {
  readFact,
  writeFact,
  type FactFinding,
} from '../../../programmes/definitions/fact-reading.js';
import type { FilledForm } from '../../editing/form-kind.js';

/** Stands for the id that the book will make. */
const UNNAMED = 'neu';
/** A key that no employer gives: stands for one that is not typed yet, so that days show already. */
const KEYLESS = 'OHNE-KENNUNG-0';

/** An occupancy as its form starts: a box that is not ticked says nothing. */
export function occupancyInput(occupancy: OccupancyDefinition): FilledForm['input'] {
  const written = Object.entries(writeFact(occupancy));
  return Object.fromEntries(written.filter(([key]) => key !== 'cover' || occupancy.cover));
}

/** What a form says of an occupancy, as files write it. */
export function occupancyFields({ subject, input }: FilledForm): FilledForm['input'] {
  return subject === null ? input : { ...input, id: subject };
}

/** Mistakes that show without the book. */
export function occupancyMistakes({ input }: FilledForm): readonly FactFinding[] {
  const { findings } = readFact('occupancy', { ...input, id: UNNAMED });
  return findings.map((found) =>
    found.path === 'share' ? { ...found, message: WRONG_SHARE } : found,
  );
}

export const WRONG_SHARE = 'Geben Sie einen Anteil über 0 und höchstens 1,0 an, zum Beispiel 0,5.';

/** The occupancy as far as it is typed; undefined as long as its days or its share are missing. */
export function typedOccupancy({ subject, input }: FilledForm): OccupancyDefinition | undefined {
  const named = { ...input, id: subject ?? UNNAMED };
  const whole = readFact('occupancy', named);
  if (whole.fact !== undefined) return whole.fact;
  const others = whole.findings.filter(({ path }) => path !== 'personKey');
  if (others.length > 0) return undefined;
  const { fact } = readFact('occupancy', { ...named, personKey: KEYLESS });
  return fact && { ...fact, personKey: '?' };
}

/** What the preview is asked for. */
export function typedChange({ subject }: FilledForm, typed: OccupancyDefinition): TypedChange {
  const { id, ...unnamed } = typed;
  return { occupancies: [subject === null ? unnamed : { ...unnamed, id }] };
}

/** Mistakes that the book finds, told at the fields of the form: R9, R11, days of the post. */
export function previewMistakes({ findings }: PositionPreview): readonly FactFinding[] {
  return findings
    .filter(({ severity }) => severity === 'error')
    .map((finding) => ({ ...finding, path: finding.path.replace(/^occupancies\[0\]\.?/, '') }));
}
