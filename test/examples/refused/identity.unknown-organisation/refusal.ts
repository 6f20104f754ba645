import { InvitePersonUseCase } from '../../../../src/identity/people/invite-person.use-case.js';
import { said, useCase } from '../accounts-world.js';
import { stopped, type Refusal } from '../refusal.js';

const person = {
  ...{ name: 'Neue Kollegin', mail: 'neu@verein.example', partnerId: 'verein' },
  roles: ['partner'] as const,
};

export const refusal: Refusal = {
  provoke: (world) =>
    stopped(() => useCase(world, InvitePersonUseCase).execute(said('organisation'), person)),
  expected: {
    status: 422,
    facts: { partner: 'verein', pointer: '/partnerId' },
    detail: 'Unter „verein“ steht kein Weiterleitungsempfänger im Buch. Legen Sie ihn zuerst an.',
  },
};
