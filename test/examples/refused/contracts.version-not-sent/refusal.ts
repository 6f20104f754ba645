import { change, draft, recorded } from '../contracts-world.js';
import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  given: async (world) => {
    await recorded(world, draft('kim-not-sent'));
  },
  provoke: async (world) =>
    answered(
      world,
      '/api/v1/contracts/kim-not-sent/versions/1/signatures',
      await change(world, 'kim-not-sent', 'POST', { party: 'awo', signedOn: '2026-02-01' }),
    ),
  expected: {
    status: 409,
    facts: { contract: 'kim-not-sent', version: 1 },
    detail:
      'Die Fassung 1 des Vertrags „kim-not-sent“ ist noch ein Entwurf. ' +
      'Versenden Sie sie zuerst zur Unterschrift.',
  },
};
