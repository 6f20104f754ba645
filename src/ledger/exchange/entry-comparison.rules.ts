import { canonicalJson } from '../../platform/database/canonical-json.js';
import { onlyDimensions } from '../entries/assignment.rules.js';
import type { NewEntry, NewPosting } from '../ledger.types.js';

/** An entry as the book has it, or as a file states it. */
export interface ComparedEntry extends Omit<NewEntry, 'commandKey'> {
  readonly reverses?: string | null;
}

/** Whether both are the same entry, whoever brought them into a book. */
export function isSameEntry(one: ComparedEntry, other: ComparedEntry): boolean {
  return entryKey(one) === entryKey(other);
}

/** Whether a reversal has the postings of the entry the other way round, one by one. */
export function isMirror(
  reversal: readonly NewPosting[],
  reversed: readonly NewPosting[],
): boolean {
  return canonicalJson(reversal.map(compared)) === canonicalJson(reversed.map(turned));
}

function entryKey(entry: ComparedEntry): string {
  const { id, effectiveOn, kind, subject, text, reverses } = entry;
  return canonicalJson({
    ...{ id, effectiveOn, kind, subject, text, reverses: reverses ?? undefined },
    actors: { ...entry.actors, imported: undefined },
    postings: entry.postings.map(compared),
  });
}

function compared(posting: NewPosting): object {
  return { ...onlyDimensions(posting), account: posting.account, cents: posting.cents };
}

function turned(posting: NewPosting): object {
  return { ...compared(posting), cents: -posting.cents };
}
