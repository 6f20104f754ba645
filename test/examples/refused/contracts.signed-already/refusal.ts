import { change, done, draft, recorded } from '../contracts-world.js';
import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  given: async (world) => {
    await recorded(world, draft('kim-twice'));
    await done(world, 'kim-twice/versions/1/sending', 'POST', { sentOn: '2026-02-01' });
    const signature = { party: 'awo', signedOn: '2026-02-10' };
    await done(world, 'kim-twice/versions/1/signatures', 'POST', signature);
  },
  provoke: async (world) =>
    answered(
      world,
      '/api/v1/contracts/kim-twice/versions/1/signatures',
      await change(world, 'kim-twice', 'POST', { party: 'awo', signedOn: '2026-02-12' }),
    ),
  expected: {
    status: 409,
    facts: { contract: 'kim-twice', version: 1, party: 'awo', signedOn: '2026-02-10' },
    detail: '„awo“ hat die Fassung 1 des Vertrags „kim-twice“ schon am 10.02.2026 unterschrieben.',
  },
};
