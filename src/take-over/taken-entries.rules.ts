import type { NewEntry, NewPosting } from '../ledger/ledger.types.js';
import type { CommandStatement } from '../platform/database/fact-change.js';
import type { TakeOverDefinition } from '../programmes/definitions/definition.js';

/** A case and what it posts. */
export interface FoundCase {
  readonly id: string;
  readonly what: string;
  readonly document: string;
  readonly postings: readonly NewPosting[];
  readonly lapse: readonly NewPosting[];
}

/** The entries of a case: what had happened, and what lapsed; none where there is nothing. */
export function entriesOf(
  { what, document, postings, lapse }: FoundCase,
  { id }: TakeOverDefinition,
  { by, key }: CommandStatement,
): readonly Omit<NewEntry, 'effectiveOn'>[] {
  const head = { subject: `take-over:${id}`, actors: { entered: by }, commandKey: key };
  const entries = [
    { ...head, kind: 'take-over', text: `Übernahme ${what}. Beleg: ${document}`, postings },
    {
      ...head,
      kind: 'lapse',
      text: `Verfall ${what}, bei der Übernahme. Beleg: ${document}`,
      postings: lapse,
    },
  ] as const;
  return entries.filter((entry) => entry.postings.length > 0);
}
