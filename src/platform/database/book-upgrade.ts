import type { BookOpener } from './book-openers.js';
import type { Reader } from './reader.js';
import type { Tx } from './unit-of-work.js';

/** Who gives an existing book what a newer version of the product needs. */
export const UPGRADER = 'system:upgrade';

/**
 * What a book that an earlier version made lacks, and is given once when it is opened: before any
 * file is taken in, in one transaction with the mark that it was. A new book has nothing to give it
 * to, and is marked at its first start.
 */
export abstract class BookUpgrade implements BookOpener {
  readonly when = 'before-files';
  protected abstract readonly name: string;

  async isDue(source: Pick<Reader, 'all'>): Promise<boolean> {
    const rows = await source.all('select name from book_upgrade where name = ?', [this.name]);
    return rows.length === 0;
  }

  async open(tx: Tx): Promise<void> {
    await this.upgrade(tx);
    await tx.run('insert into book_upgrade (name, recorded_at) values (?, ?)', [this.name, tx.at]);
  }

  protected abstract upgrade(tx: Tx): Promise<void>;
}
