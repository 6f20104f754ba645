import { act, enteredRequest } from '../four-eyes-world.js';
import { stopped, type Refusal } from '../refusal.js';

const request = { kind: 'drawdown-request', id: 'story-complete' };

export const refusal: Refusal = {
  given: async (world) => {
    await enteredRequest(world, request.id);
    await act(world, 'certify', request, 'anordnung-1');
  },
  provoke: (world) => stopped(() => act(world, 'certify', request, 'anordnung-2')),
  expected: {
    status: 409,
    facts: { act: 'certified' },
    detail:
      'Es haben schon so viele Personen gezeichnet, wie nötig sind. Es ist nichts mehr zu tun.',
  },
};
