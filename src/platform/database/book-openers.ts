import type { Reader } from './reader.js';
import type { Tx } from './unit-of-work.js';

/** Work of a module when the book is opened: rows that each book has, entries of an upgrade. */
export interface BookOpener {
  /** Before the shipped files are taken in, or when all of them are. */
  readonly when: 'before-files' | 'after-files';
  /** Costs little: asked at each start, and again while no other instance opens the book. */
  isDue(source: Pick<Reader, 'all' | 'repository'> | Tx): Promise<boolean>;
  open(tx: Tx): Promise<void>;
}

/** The openers of the modules above; each registers its own when it is made. */
export class BookOpeners {
  private readonly openers: BookOpener[] = [];

  register(opener: BookOpener): void {
    this.openers.push(opener);
  }

  of(when: BookOpener['when']): readonly BookOpener[] {
    return this.openers.filter((opener) => opener.when === when);
  }
}
