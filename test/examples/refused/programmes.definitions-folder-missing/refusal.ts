import { openedBook } from '../../../use-cases/programmes/opened-book.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: ({ book }) => stopped(() => openedBook(book, { contractsDir: '/srv/vertraege' }).open()),
  expected: {
    status: 422,
    facts: { folder: '/srv/vertraege' },
    detail:
      'Den Ordner „/srv/vertraege“ gibt es nicht. ' +
      'CONTRACTS_DIR nennt den Ordner der Definitionsdateien.',
  },
};
