import { stopped, type Refusal } from '../refusal.js';

/** On SQLite it takes 15 seconds of somebody else's writing; there the rule is the same. */
export const refusal: Refusal = {
  onlyOn: 'postgres',
  provoke: ({ book }) =>
    stopped(() =>
      book.unitOfWork.run((tx) =>
        tx.run(`do $$ begin raise exception 'outpaced' using errcode = '40001'; end $$`),
      ),
    ),
  expected: {
    status: 409,
    facts: {},
    detail:
      'Andere schreiben gerade in das Buch. Es wurde nichts gespeichert; ' +
      'bitte versuchen Sie es in einem Augenblick noch einmal.',
  },
};
