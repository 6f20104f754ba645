import { JournalQueries } from '../../../../src/ledger/journal.queries.js';
import { answered, sending, type Refusal } from '../refusal.js';
import type { RefusedWorld } from '../world.js';

async function firstEntry({ app: { app } }: RefusedWorld): Promise<string> {
  const { entries } = await app
    .get(JournalQueries, { strict: false })
    .entries({ kind: 'notice' }, { limit: 1 });
  return entries[0]?.id ?? '';
}

const SAME = '01KJBHV0000000000000000000';

export const refusal: Refusal = {
  provoke: async (world) => {
    const id = await firstEntry(world);
    const path = `/api/v1/ledger/entries/${id}/countersignature`;
    const refused = await answered(world, path, sending('POST', { reason: 'Geprüft' }));
    const facts = refused.facts as { readonly entry: string };
    return { ...refused, facts: { ...facts, entry: facts.entry === id ? SAME : facts.entry } };
  },
  expected: {
    status: 409,
    facts: { entry: SAME, kind: 'notice' },
    detail:
      'Gegengezeichnet wird, was von Hand gebucht wurde, und sein Storno. Diese Buchung folgt aus ' +
      'einem Vorgang, der seine eigenen Prüfungen hat.',
  },
};
