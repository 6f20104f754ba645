import { change, done, draft, recorded } from '../contracts-world.js';
import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  given: async (world) => {
    await recorded(world, draft('kim-sent'));
    await done(world, 'kim-sent/versions/1/sending', 'POST', { sentOn: '2026-02-01' });
  },
  provoke: async (world) =>
    answered(
      world,
      '/api/v1/contracts/kim-sent/versions/1',
      await change(world, 'kim-sent', 'DELETE', { reason: 'doch nicht' }),
    ),
  expected: {
    status: 409,
    facts: { contract: 'kim-sent', version: 1 },
    detail:
      'Die Fassung 1 des Vertrags „kim-sent“ ist zur Unterschrift versandt. ' +
      'Holen Sie sie zurück, bevor Sie etwas daran ändern.',
  },
};
