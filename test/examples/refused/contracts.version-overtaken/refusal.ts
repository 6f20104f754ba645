import { parsePlainDate as day } from '../../../../src/domain/calendar/plain-date.js';
import { readContracts } from '../../../../src/contracts/contract.reading.js';
import { change, done, inForce, recorded } from '../contracts-world.js';
import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  given: async (world) => {
    await recorded(world, inForce('kim-overtaken'));
    await done(world, 'kim-overtaken/versions', 'POST', { inForceFrom: '2026-03-01' });
    const [known] = await readContracts(world.book.reader, { ids: ['kim-overtaken'] });
    const [first, second] = known?.fact.versions ?? [];
    if (!known || !first || !second) throw new Error('the draft is there');
    const inForceFrom = day('2026-04-01');
    const third = { ...second, number: 3, kind: 'by-notice' as const, inForceFrom, cause: 'any' };
    await world.record({ ...known.fact, versions: [first, second, third] });
  },
  provoke: async (world) =>
    answered(
      world,
      '/api/v1/contracts/kim-overtaken/versions/2/sending',
      await change(world, 'kim-overtaken', 'POST', {}),
    ),
  expected: {
    status: 409,
    facts: { contract: 'kim-overtaken', version: 2, later: 3 },
    detail:
      'Die Fassung 2 des Vertrags „kim-overtaken“ ist überholt: Fassung 3 ist inzwischen in Kraft. ' +
      'Verwerfen Sie den Entwurf, und entwerfen Sie die Änderung neu.',
  },
};
