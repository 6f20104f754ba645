import { idReversed2026, reversed2026 } from '../ledger-world.js';
import { answered, sending, type Refusal } from '../refusal.js';

const again = { effectiveOn: '2026-03-01', text: 'Noch einmal' };

export const refusal: Refusal = {
  given: reversed2026,
  provoke: async (world) => {
    const id = await idReversed2026(world);
    const path = `/api/v1/ledger/entries/${id}/reversal`;
    const { detail, ...refused } = await answered(world, path, sending('POST', again));
    expect(refused.facts).toEqual({ entry: id });
    return { ...refused, facts: {}, detail: detail.replace(id, '…') };
  },
  expected: {
    status: 409,
    facts: {},
    detail:
      'Die Buchung „…“ ist schon zurückgenommen; das geht nur einmal. Es wurde nichts gebucht.',
  },
};
