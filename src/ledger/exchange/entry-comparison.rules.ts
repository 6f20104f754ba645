import { cents } from '../../domain/money/cents.js';
import { canonicalJson } from '../../platform/database/canonical-json.js';
import { onlyDimensions } from '../entries/assignment.rules.js';
import { soundPostings } from '../entries/entry.rules.js';
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
  return canonicalJson(compared(reversal)) === canonicalJson(compared(reversed.map(turned)));
}

function entryKey(entry: ComparedEntry): string {
  const { id, effectiveOn, kind, subject, text, reverses } = entry;
  return canonicalJson({
    ...{ id, effectiveOn, kind, subject, text, reverses: reverses ?? undefined },
    actors: { ...entry.actors, imported: undefined },
    postings: compared(entry.postings),
  });
}

/** As they are written: whoever names no line or year takes what the others share. */
function compared(postings: readonly NewPosting[]): readonly object[] {
  return soundPostings({ postings }).map(({ account, cents: amount, ...dimensions }) => {
    return { ...onlyDimensions(dimensions), account, cents: amount };
  });
}

function turned(posting: NewPosting): NewPosting {
  return { ...posting, cents: cents(-posting.cents) };
}
