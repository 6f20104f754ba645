import { change, done, inForce, recorded } from '../contracts-world.js';
import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  given: async (world) => {
    await recorded(world, inForce('kim-ended'));
    await done(world, 'kim-ended/termination', 'POST', { party: 'awo', receivedOn: '2026-02-02' });
  },
  provoke: async (world) =>
    answered(
      world,
      '/api/v1/contracts/kim-ended/termination',
      await change(world, 'kim-ended', 'POST', { party: 'kreis' }),
    ),
  expected: {
    status: 409,
    facts: { contract: 'kim-ended', party: 'awo', endsOn: '2026-12-31' },
    detail:
      'Den Vertrag „kim-ended“ hat „awo“ schon gekündigt; er endet am 31.12.2026 für alle Parteien.',
  },
};
