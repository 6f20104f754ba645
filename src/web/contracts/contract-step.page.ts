import { randomUUID } from 'node:crypto';
import { DomainError } from '../../domain/errors/domain-error.js';
import { InvalidField } from '../../domain/errors/invalid-field.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { withHolderName } from '../book/holder-names.js';
import {
  errorSummary,
  fieldView,
  type ErrorSummaryView,
  type FieldView,
} from '../components/field.js';
import type { FieldDefinition } from '../forms/form.js';
import { fieldSentence } from '../forms/read.js';
import { sentenceFor } from '../messages/messages.js';

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

/** Why a rule said no. */
export interface RefusalView {
  readonly tone: 'danger';
  readonly role: 'alert';
  readonly title: string;
  readonly texts: readonly string[];
  /** The field that it is about: then it stands there, not on top of the page. */
  readonly field?: string;
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
  const key = queryText(body, 'schluessel');
  const seen = queryText(body, 'stand');
  const told = fields.map((field) => withRefusal(field, refusal));
  return {
    ...frame,
    fields: told,
    errors: errorSummary(told),
    refusal: refusal?.field === undefined ? refusal : undefined,
    key: key === '' ? randomUUID() : key,
    // Who was told that the book has changed may try again with what it says now.
    revision: refusal === undefined && seen !== '' ? seen : revision.toString(),
  };
}

function withRefusal(field: FieldView, refusal: RefusalView | undefined): FieldView {
  if (refusal === undefined || refusal.field !== field.name) return field;
  return fieldView({ ...field, error: refusal.texts.join(' ') });
}

type Definitions = Readonly<Record<string, Pick<FieldDefinition<unknown>, 'name' | 'pointer'>>>;

type HolderBook = Parameters<typeof withHolderName>[1];

/**
 * Runs a change; a rule that says no becomes what the page shows, at its field where it names one.
 * @param book where the names of lines and posts stand that a refusal is about
 */
export async function refusalFrom(
  work: () => Promise<unknown>,
  fields: Definitions = {},
  book?: HolderBook,
): Promise<RefusalView | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return refusalView(error, fields, book);
  }
}

/** Why a rule said no, in German. */
export function refusalView(
  error: DomainError,
  fields: Definitions = {},
  book?: HolderBook,
): RefusalView {
  const facts = book === undefined ? error.facts : withHolderName(error.facts, book);
  const { title, detail } = sentenceFor(error.code, facts);
  const text = error instanceof InvalidField ? fieldSentence(error) : detail;
  const pointer = error.facts['pointer'];
  const field = Object.values(fields).find((each) => each.pointer === pointer)?.name;
  return {
    ...{ tone: 'danger', role: 'alert', title, texts: [text] },
    ...(field !== undefined && { field }),
  };
}
