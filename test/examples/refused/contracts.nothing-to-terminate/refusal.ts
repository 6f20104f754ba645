import { change } from '../contracts-world.js';
import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: async (world) =>
    answered(
      world,
      '/api/v1/contracts/kim-awo/termination',
      await change(world, 'kim-awo', 'POST', {
        ...{ party: 'awo', receivedOn: '2026-02-02' },
      }),
    ),
  expected: {
    status: 409,
    facts: { contract: 'kim-awo', on: '2026-02-02' },
    detail:
      'Am 02.02.2026 und danach ist keine Fassung des Vertrags „kim-awo“ in Kraft; es gibt nichts zu kündigen.',
  },
};
