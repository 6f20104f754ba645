import type { Draft } from '../../drafts/drafts.js';
import type { FormField, FormStep } from './form-field.js';
import { besides, placed, type PlacedFinding } from './form-findings.js';
import { fieldsOf, readTexts } from './form-input.js';
import type { FilledForm, FormKind, FormTitle, Texts } from './form-kind.js';

/** A draft with its form: the steps, what was typed, and what is wrong with it so far. */
export interface OpenForm {
  readonly draft: Draft;
  readonly kind: FormKind;
  readonly title: FormTitle;
  readonly steps: readonly FormStep[];
  readonly fields: readonly FormField[];
  readonly filled: FilledForm;
  /** What shows without the book; the review finds the rest. */
  readonly findings: readonly PlacedFinding[];
}

export async function openForm(kind: FormKind, draft: Draft): Promise<OpenForm> {
  const state = { subject: draft.subject, texts: draft.texts };
  const steps = await kind.steps(state);
  const fields = fieldsOf(steps);
  const { input, findings } = readTexts(fields, draft.texts);
  const filled: FilledForm = { ...state, input };
  const found = besides(await kind.check(filled), findings, fields);
  return {
    ...{ draft, kind, steps, fields, filled },
    title: await kind.title(state),
    findings: inOrder(placed([...findings, ...found], steps), fields),
  };
}

/** In the order of the form, what concerns the whole first. */
function inOrder(
  findings: readonly PlacedFinding[],
  fields: readonly FormField[],
): readonly PlacedFinding[] {
  const place = ({ field }: PlacedFinding): number =>
    field === undefined ? -1 : fields.indexOf(field);
  return findings.toSorted((a, b) => place(a) - place(b));
}

/** The steps of a kind for texts of one fact. */
export function stepsOf(
  kind: FormKind,
  subject: string | null,
): (texts: Texts) => Promise<readonly FormStep[]> {
  return async (texts) => kind.steps({ subject, texts });
}

/** The mistakes of one step. */
export function mistakesOf(
  { findings }: Pick<OpenForm, 'findings'>,
  step: FormStep,
): readonly PlacedFinding[] {
  return findings.filter(
    (finding) => finding.severity === 'error' && finding.step?.key === step.key,
  );
}
