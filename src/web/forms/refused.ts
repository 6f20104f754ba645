import { DomainError, type RefusalStatus } from '../../domain/errors/domain-error.js';
import { InvalidField } from '../../domain/errors/invalid-field.js';
import { withHolderName } from '../book/holder-names.js';
import { sentenceFor } from '../messages/messages.js';
import type { FieldDefinition } from './form.js';
import { fieldSentence } from './read.js';

/** Why a rule said no. */
export interface RefusalView {
  readonly status: RefusalStatus;
  readonly tone: 'danger';
  readonly role: 'alert';
  readonly title: string;
  readonly texts: readonly string[];
  /** The field that it is about: then it stands there, not on top of the page. */
  readonly field?: string;
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
    ...{ status: error.status, tone: 'danger', role: 'alert', title, texts: [text] },
    ...(field !== undefined && { field }),
  };
}
