import { AlreadyReversed, NotReversible, UnknownEntry } from '../ledger.errors.js';
import type { NewEntry } from '../ledger.types.js';
import { isMirror } from './entry-comparison.rules.js';
import type { Wrong } from './stated-entry.types.js';

const NO_MIRROR =
  'Ein Storno hat dieselben Buchungszeilen wie die Buchung, die es zurücknimmt, ' +
  'mit umgekehrtem Vorzeichen.';

/**
 * A reversal ("Storno") names an entry that is there and is none itself, that nobody took back,
 * and turns it round exactly.
 * @param taken the entries that were taken back before
 * @returns what is wrong with it, if anything
 */
export function wrongReversal(
  { postings }: Pick<NewEntry, 'postings'>,
  entry: string,
  target: NewEntry | undefined,
  taken: ReadonlySet<string>,
): Wrong['reason'] | undefined {
  if (target === undefined) return new UnknownEntry({ entry });
  const { kind } = target;
  if (kind === 'reversal') return new NotReversible({ entry, kind });
  if (taken.has(entry)) return new AlreadyReversed({ entry });
  return isMirror(postings, target.postings) ? undefined : NO_MIRROR;
}
