import { change, done, draft, recorded } from '../contracts-world.js';
import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  given: async (world) => {
    await recorded(world, draft('kim-third'));
    await done(world, 'kim-third/versions/1/sending', 'POST', { sentOn: '2026-02-01' });
  },
  provoke: async (world) =>
    answered(
      world,
      '/api/v1/contracts/kim-third/versions/1/signatures',
      await change(world, 'kim-third', 'POST', { party: 'luenen' }),
    ),
  expected: {
    status: 422,
    facts: { contract: 'kim-third', party: 'luenen' },
    detail: '„luenen“ ist keine Partei des Vertrags „kim-third“.',
  },
};
