import { change } from '../contracts-world.js';
import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: async (world) =>
    answered(
      world,
      '/api/v1/contracts/kim-awo/termination',
      await change(world, 'kim-awo', 'DELETE', { reason: 'geeinigt' }),
    ),
  expected: {
    status: 409,
    facts: { contract: 'kim-awo' },
    detail: 'Der Vertrag „kim-awo“ ist nicht gekündigt.',
  },
};
