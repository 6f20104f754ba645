import type { Assignments, EntryReading } from './entry-reading.rules.js';
import { countsInEquation } from './equation.rules.js';
import type { StoredEntry } from './stored-links.js';

const BY_HAND_TOLD = 20;

/** What an entry moves. */
type Movement = Pick<EntryReading, 'moved' | 'cents'>;

/** What a pass over the chain adds up, to be held against what the book keeps beside it. */
export class Tally {
  links = 0;
  entries = 0;
  postings = 0;
  accounts = 0;
  closings = 0;
  /** Entries by the month in which they count. */
  readonly months = new Map<string, number>();
  /** "Von Hand": how many, and the ids of the first of them. */
  byHand = 0;
  readonly firstByHand: string[] = [];

  constructor(readonly assignments: Assignments) {}

  /** @param month in which the entry counts: `2025-03` */
  count({ id, kind }: Pick<StoredEntry, 'id' | 'kind'>, { moved }: Movement, month: string): void {
    this.entries += 1;
    this.postings += moved.length;
    this.months.set(month, (this.months.get(month) ?? 0) + 1);
    if (kind !== 'adjustment') return;
    this.byHand += 1;
    if (this.firstByHand.length < BY_HAND_TOLD) this.firstByHand.push(id);
  }

  /** @param kind of the entry; of a reversal the kind of what it takes back */
  move(id: string, { moved, cents }: Movement, month: string, kind: string): void {
    let index = 0;
    for (const assignment of moved) {
      const moves = cents[index++] ?? 0;
      assignment.turnover.set(month, (assignment.turnover.get(month) ?? 0) + moves);
      if (countsInEquation(assignment.account, kind)) assignment.equationCents += moves;
      if (kind === 'adjustment') assignment.byHand = id;
    }
  }
}
