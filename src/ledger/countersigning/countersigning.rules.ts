import { ACT_RULES, type Act, type Subject } from '../../identity/four-eyes/four-eyes.js';
import type { JournalEntry } from '../ledger.types.js';

/** How many approvers countersign what was entered by hand. */
export const COUNTERSIGNATURES = ACT_RULES.countersigned.people;

/** Of one entry, and of a whole file that was read in. */
export const SUBJECT_KINDS = { entry: 'ledger-entry', import: 'ledger-import' } as const;

/** "Gegenzeichnung": how far an entry by hand, or a file of them, has come. */
export interface Countersigning {
  readonly subject: Subject;
  /** The approvers' acts, the earliest first. */
  readonly given: readonly Act[];
  /** How many are missing: from 2 to 0. */
  readonly missing: number;
}

/** What is countersigned for an entry by hand: itself, or the file that it was read in with. */
export function countersignedAs({ id, commandKey, actors }: SignedEntry): Subject {
  return 'imported' in actors
    ? { kind: SUBJECT_KINDS.import, id: commandKey }
    : { kind: SUBJECT_KINDS.entry, id };
}

type SignedEntry = Pick<JournalEntry, 'id' | 'commandKey' | 'actors'>;

export function countersigningOf(subject: Subject, acts: readonly Act[]): Countersigning {
  const given = acts.filter(({ act }) => act === 'countersigned');
  return { subject, given, missing: Math.max(0, COUNTERSIGNATURES - given.length) };
}
