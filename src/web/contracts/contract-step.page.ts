import type { PageQuery } from '../as-of/as-of.js';
import {
  errorSummary,
  fieldView,
  type ErrorSummaryView,
  type FieldView,
} from '../components/field.js';
import { postedKey, postedText } from '../forms/posted.js';
import type { RefusalView } from '../forms/refused.js';

/** A small page that changes one thing of a contract, sent by POST. */
export interface ContractStepView {
  readonly intro: string;
  readonly action: string;
  readonly button: string;
  readonly fields: readonly FieldView[];
  readonly errors: ErrorSummaryView | undefined;
  readonly refusal: RefusalView | undefined;
  /** The key that makes sending twice harmless. */
  readonly key: string;
  /** The revision that the page was made from. */
  readonly revision: string;
  readonly cancel: string;
}

/** What a step page is about, whatever it asks. */
export interface StepFrame {
  readonly intro: string;
  readonly action: string;
  readonly button: string;
  readonly cancel: string;
  readonly revision: number;
}

/** The page as it is shown; what was sent before keeps its key and the revision that it saw. */
export function contractStepView(
  { revision, ...frame }: StepFrame,
  fields: readonly FieldView[],
  {
    body = {},
    refusal,
  }: { readonly body?: PageQuery; readonly refusal?: RefusalView | undefined } = {},
): ContractStepView {
  const seen = postedText(body, 'stand');
  const told = fields.map((field) => withRefusal(field, refusal));
  return {
    ...frame,
    fields: told,
    errors: errorSummary(told),
    refusal: refusal?.field === undefined ? refusal : undefined,
    key: postedKey(body),
    // Who was told that the book has changed may try again with what it says now.
    revision: refusal === undefined && seen !== '' ? seen : revision.toString(),
  };
}

function withRefusal(field: FieldView, refusal: RefusalView | undefined): FieldView {
  if (refusal === undefined || refusal.field !== field.name) return field;
  return fieldView({ ...field, error: refusal.texts.join(' ') });
}
