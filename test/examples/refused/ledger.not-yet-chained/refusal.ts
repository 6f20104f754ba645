import { answered, type Refusal } from '../refusal.js';

const waiting = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

/** On PostgreSQL the service itself would look for what waits. */
export const refusal: Refusal = {
  onlyOn: 'sqlite',
  provoke: async (world) => {
    const { writer } = world.book;
    await writer.query(`insert into ledger_unchained values ('${waiting}', 'entry')`);
    try {
      return await answered(world, '/api/v1/ledger/balances?knownAt=2026-03-02T08:00:00Z');
    } finally {
      await writer.query(`delete from ledger_unchained where item_id = '${waiting}'`);
    }
  },
  expected: {
    status: 503,
    facts: undefined,
    detail:
      'Die letzten Buchungen haben noch keinen Platz in der Kette; darum steht noch nicht fest, was zu ' +
      'diesem Zeitpunkt bekannt war. Fragen Sie in einem Augenblick noch einmal.',
  },
};
