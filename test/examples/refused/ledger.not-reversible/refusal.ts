import { Ledger } from '../../../../src/ledger/ledger.js';
import { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { anEntry } from '../../../support/entries.js';
import { answered, sending, type Refusal } from '../refusal.js';
import type { RefusedWorld } from '../world.js';

const landMoney = anEntry(
  { cash: '1.000,00', 'land-claims': '-1.000,00' },
  { id: '01KJBHV0000000000000000001', kind: 'land-money', on: '2026-02-27' },
);

async function entered({ app: { app } }: RefusedWorld): Promise<void> {
  const command = { key: 'story-land-money', actor: 'person:a', route: '/test', content: {} };
  await app
    .get(UnitOfWork, { strict: false })
    .once(command, (tx) => app.get(Ledger, { strict: false }).append(tx, landMoney));
}

export const refusal: Refusal = {
  given: entered,
  provoke: (world) =>
    answered(
      world,
      `/api/v1/ledger/entries/${String(landMoney.id)}/reversal`,
      sending('POST', { effectiveOn: '2026-03-01', text: 'War nicht so gemeint' }),
    ),
  expected: {
    status: 409,
    facts: { entry: String(landMoney.id), kind: 'land-money' },
    detail:
      'Von Hand wird nur zurückgenommen, was von Hand gebucht wurde. Diese Buchung folgt aus einem ' +
      'Vorgang: Berichtigen Sie den Vorgang, dann bucht das Buch selbst.',
  },
};
