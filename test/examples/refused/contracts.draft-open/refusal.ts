import { change, done, inForce, recorded } from '../contracts-world.js';
import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  given: async (world) => {
    await recorded(world, inForce('kim-open'));
    await done(world, 'kim-open/versions', 'POST', {});
  },
  provoke: async (world) =>
    answered(
      world,
      '/api/v1/contracts/kim-open/versions',
      await change(world, 'kim-open', 'POST', {}),
    ),
  expected: {
    status: 409,
    facts: { contract: 'kim-open', version: 2 },
    detail:
      'Zum Vertrag „kim-open“ ist die Fassung 2 schon in Arbeit. ' +
      'Führen Sie diese zu Ende, oder verwerfen Sie sie zuerst.',
  },
};
