import type { FactFinding } from '../../programmes/definitions/fact-reading.js';
import type { FormField, FormStep } from './form-field.js';
import { stepFields } from './form-input.js';
import { isWithin } from './form-path.js';

/** A mistake with the field where it is told; without one it concerns the whole. */
export interface PlacedFinding extends Pick<FactFinding, 'message' | 'severity'> {
  readonly step: FormStep | undefined;
  readonly field: FormField | undefined;
}

/** Finds for each finding the field that it is about, and the step of that field. */
export function placed(
  findings: readonly FactFinding[],
  steps: readonly FormStep[],
): readonly PlacedFinding[] {
  return findings.map(({ path, message, severity }) => {
    const field = fieldAt(path, steps);
    const step = steps.find((each) =>
      field === undefined
        ? each.entry !== undefined && isWithin(path, each.entry)
        : stepFields(each).includes(field),
    );
    return { message, severity, step, field };
  });
}

/**
 * The field of a path: itself, or the one that holds it ("otherNames" for "otherNames[1]"), or the first
 * one inside of it ("address.street" for "address").
 */
function fieldAt(path: string, steps: readonly FormStep[]): FormField | undefined {
  if (path === '') return undefined;
  const fields = steps.flatMap(stepFields);
  const around = fields
    .filter((field) => isWithin(path, field.path))
    .toSorted((a, b) => b.path.length - a.path.length);
  return around[0] ?? fields.find((field) => isWithin(field.path, path));
}

/**
 * The findings of the kind, without those that the engine has told already and in the words of the
 * field where it has some.
 */
export function besides(
  findings: readonly FactFinding[],
  told: readonly FactFinding[],
  fields: readonly FormField[],
): readonly FactFinding[] {
  const paths = new Set(told.map(({ path }) => path));
  return findings
    .filter(({ path }) => !paths.has(path))
    .map((finding) => {
      const wrong = fields.find(({ path }) => isWithin(finding.path, path))?.wrong;
      return wrong === undefined ? finding : { ...finding, message: wrong };
    });
}
