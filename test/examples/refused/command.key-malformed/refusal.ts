import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: ({ book }) =>
    stopped(() =>
      book.unitOfWork.once(
        { key: 'Auszahlung März', actor: 'person:a', route: '/test', content: {} },
        () => Promise.resolve('1'),
      ),
    ),
  expected: {
    status: 422,
    facts: {},
    detail:
      'Ein Schlüssel (Idempotency-Key) hat 1 bis 128 druckbare Zeichen ohne Leerzeichen, Umlaute und Doppelpunkt.',
  },
};
