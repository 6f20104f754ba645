import type { AppConfig, BookKind } from '../config/app-config.js';
import { ConfigError } from '../config/config-error.js';
import { isUniqueViolation, TransactionOutpaced } from './database-failure.js';
import type { Reader } from './reader.js';
import type { Tx, UnitOfWork } from './unit-of-work.js';

/** The book that this instance works on. */
export class Book {
  /** An example book refuses real accounts and mail, an empty one refuses example files. */
  constructor(readonly kind: BookKind) {}
}

const NAMES: Readonly<Record<BookKind, string>> = {
  example: 'ein Beispielbuch (BOOK=example)',
  empty: 'ein leer angelegtes Buch (BOOK=empty)',
};

/**
 * Writes at the first start what the book is for; it never changes.
 *
 * @throws ConfigError if `BOOK` is set and says something else than the book does.
 */
export async function settleBook(
  unitOfWork: UnitOfWork,
  reader: Reader,
  config: AppConfig,
): Promise<Book> {
  const kind = (await standingKind(reader)) ?? (await settledKind(unitOfWork, config));
  if (config.book !== undefined && config.book !== kind) {
    throw new ConfigError([
      `BOOK: dies ist ${NAMES[kind]}, und das bleibt es. ` +
        'Für einen anderen Zweck nennen Sie in DATABASE_URL ein anderes Buch.',
    ]);
  }
  return new Book(kind);
}

async function settledKind(unitOfWork: UnitOfWork, config: AppConfig): Promise<BookKind> {
  return unitOfWork.run(async (tx) => {
    const standing = await standingKind(tx);
    if (standing !== undefined) return standing;
    await writeKind(tx, config.bookAtFirstStart);
    return config.bookAtFirstStart;
  });
}

async function standingKind(source: Pick<Reader, 'all'>): Promise<BookKind | undefined> {
  const [book] = await source.all<{ kind: BookKind }>('select kind from book');
  return book?.kind;
}

/** Of two instances that make the book at once, the second one reads what the first one wrote. */
async function writeKind(tx: Tx, kind: BookKind): Promise<void> {
  try {
    await tx.run('insert into book (id, kind, made_at) values (1, ?, ?)', [kind, tx.at]);
  } catch (error) {
    throw isUniqueViolation(error) ? new TransactionOutpaced() : error;
  }
}
