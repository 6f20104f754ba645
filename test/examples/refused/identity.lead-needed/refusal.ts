import { ColleaguesUseCase } from '../../../../src/identity/people/colleagues.use-case.js';
import type { Acting } from '../../../../src/identity/identity.js';
import { said, useCase } from '../accounts-world.js';
import { stopped, type Refusal } from '../refusal.js';

const HE: Acting = {
  ...{ ref: 'person:01JE5QZ3T8M9N0P1Q2R3S4T5W1', roles: ['partner'], name: 'Mitarbeiter' },
  partner: 'luenen',
};
const colleague = { name: 'Kollegin', mail: 'kollegin@luenen.example' };

export const refusal: Refusal = {
  provoke: (world) =>
    stopped(() => useCase(world, ColleaguesUseCase).invite(HE, said('lead', HE.ref), colleague)),
  expected: {
    status: 403,
    facts: {},
    detail:
      'Kolleginnen und Kollegen lädt ein und entfernt, wer in Ihrer Organisation die Leitung hat. ' +
      'Es wurde nichts gespeichert.',
  },
};
