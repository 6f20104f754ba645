import type { CheckReport, Discrepancy } from './book-check.js';

/** Of so many the words are kept; of the others the number. */
const TOLD = 20;

/** Keeps what a check tells: the first of it in full, so that memory stays flat. */
export class CollectedReport implements CheckReport {
  readonly discrepancies: Discrepancy[] = [];
  readonly notes: string[] = [];
  brokenCount = 0;
  noteCount = 0;

  constructor(readonly progress: CheckReport['progress']) {}

  broken(discrepancy: Discrepancy): void {
    this.brokenCount += 1;
    if (this.discrepancies.length < TOLD) this.discrepancies.push(discrepancy);
  }

  note(text: string): void {
    this.noteCount += 1;
    if (this.notes.length < TOLD) this.notes.push(text);
  }
}
