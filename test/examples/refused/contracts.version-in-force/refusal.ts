import { change } from '../contracts-world.js';
import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: async (world) =>
    answered(
      world,
      '/api/v1/contracts/kim-awo/versions/2',
      await change(world, 'kim-awo', 'DELETE', { reason: 'Irrtum' }),
    ),
  expected: {
    status: 409,
    facts: { contract: 'kim-awo', version: 2 },
    detail:
      'Die Fassung 2 des Vertrags „kim-awo“ ist in Kraft. Sie wird nicht bearbeitet; ' +
      'entwerfen Sie eine Änderung.',
  },
};
