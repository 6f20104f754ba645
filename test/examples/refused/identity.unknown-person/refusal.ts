import { CloseAccountUseCase } from '../../../../src/identity/people/close-account.use-case.js';
import { said, useCase } from '../accounts-world.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) =>
    stopped(() => useCase(world, CloseAccountUseCase).close(said('unknown'), 'niemand')),
  expected: {
    status: 404,
    facts: { id: 'niemand' },
    detail: 'Unter dieser Kennung steht niemand im Buch.',
  },
};
