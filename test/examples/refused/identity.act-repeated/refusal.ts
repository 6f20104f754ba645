import { act, enteredRequest } from '../four-eyes-world.js';
import { stopped, type Refusal } from '../refusal.js';

const request = { kind: 'drawdown-request', id: 'story-repeated' };

export const refusal: Refusal = {
  given: async (world) => {
    await enteredRequest(world, request.id);
    await act(world, 'countersign', request, 'anordnung-1');
  },
  provoke: (world) => stopped(() => act(world, 'countersign', request, 'anordnung-1')),
  expected: {
    status: 409,
    facts: { act: 'countersigned' },
    detail:
      'Ihre eigene Zeichnung steht schon im Buch und zählt einmal. Bitten Sie eine andere Person mit ' +
      'der Rolle Anordnung um die zweite.',
  },
};
