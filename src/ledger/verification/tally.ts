import type { Assignments } from './entry-reading.rules.js';
import { countsInEquation } from './equation.rules.js';
import type { StoredEntry } from './stored-links.js';

const BY_HAND_TOLD = 20;

/** What a pass over the chain adds up, to be held against what the book keeps beside it. */
export class Tally {
  links = 0;
  entries = 0;
  postings = 0;
  accounts = 0;
  closings = 0;
  /** Entries by the month in which they count. */
  readonly months = new Map<string, number>();
  /** "Von Hand": how many, and the first of them. */
  byHand = 0;
  readonly firstByHand: StoredEntry[] = [];

  constructor(readonly assignments: Assignments) {}

  count(entry: StoredEntry): void {
    const month = entry.effectiveOn.slice(0, 7);
    this.entries += 1;
    this.postings += entry.postings.length;
    this.months.set(month, (this.months.get(month) ?? 0) + 1);
    if (entry.kind === 'adjustment') this.countByHand(entry);
  }

  /** @param kind of the entry; of a reversal the kind of what it takes back */
  move({ postings, effectiveOn, id }: StoredEntry, kind: string): void {
    const month = effectiveOn.slice(0, 7);
    for (const posting of postings) {
      const assignment = this.assignments.get(posting.assignment);
      if (assignment === undefined) continue;
      const cents = Number(posting.cents);
      assignment.turnover.set(month, (assignment.turnover.get(month) ?? 0) + cents);
      if (countsInEquation(assignment.account, kind)) assignment.equationCents += cents;
      if (kind === 'adjustment') assignment.byHand = id;
    }
  }

  private countByHand(entry: StoredEntry): void {
    this.byHand += 1;
    if (this.firstByHand.length < BY_HAND_TOLD) this.firstByHand.push(entry);
  }
}
