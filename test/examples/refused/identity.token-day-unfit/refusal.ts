import type { PlainDate } from '../../../../src/domain/calendar/plain-date.js';
import { CreateTokenUseCase } from '../../../../src/identity/tokens/create-token.use-case.js';
import { said, useCase } from '../accounts-world.js';
import { stopped, type Refusal } from '../refusal.js';

const wanted = {
  ...{ role: 'auditor', purpose: 'Berichtswesen', until: '2031-03-02' as PlainDate },
};

export const refusal: Refusal = {
  provoke: (world) =>
    stopped(() => useCase(world, CreateTokenUseCase).execute(said('day'), wanted)),
  expected: {
    status: 422,
    facts: { until: '2031-03-02', latest: '2027-03-02', pointer: '/until' },
    detail:
      'Nennen Sie einen Tag von heute bis zum 02.03.2027: Ein Schlüssel gilt höchstens ein Jahr.',
  },
};
