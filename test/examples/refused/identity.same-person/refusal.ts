import { act } from '../four-eyes-world.js';
import { stopped, type Refusal } from '../refusal.js';

const request = { kind: 'drawdown-request', id: 'story-same-person' };

export const refusal: Refusal = {
  given: (world) => act(world, 'entered', request, 'anordnung-1'),
  provoke: (world) => stopped(() => act(world, 'certify', request, 'anordnung-1')),
  expected: {
    status: 409,
    facts: { act: 'certified', earlier: 'entered', at: '2026-03-02T08:00:00.000Z' },
    detail:
      'Sie haben diesen Vorgang am 02.03.2026 um 09:00\u00a0Uhr erfasst. Wer an einem Vorgang einen ' +
      'Schritt getan hat, tut dort keinen anderen (Vier-Augen-Prinzip, § 31 KomHVO NRW). Bitten Sie ' +
      'eine andere Person mit der Rolle Anordnung.',
  },
};
