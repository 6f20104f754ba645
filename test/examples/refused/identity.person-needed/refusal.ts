import { SettleTokenUseCase } from '../../../../src/identity/tokens/settle-token.use-case.js';
import { said, useCase } from '../accounts-world.js';
import { stopped, type Refusal } from '../refusal.js';

const PROGRAM = 'token:01JE5QZ3T8M9N0P1Q2R3S4T5V6';

export const refusal: Refusal = {
  provoke: (world) =>
    stopped(() => useCase(world, SettleTokenUseCase).consent(said('program', PROGRAM), 'egal')),
  expected: {
    status: 403,
    facts: {},
    detail:
      'Ein Fachverfahren liest, erfasst und reicht ein. Es stellt nicht fest, ordnet nicht an, gibt ' +
      'nichts frei, verzichtet auf nichts und stimmt nicht zu (R31). Es wurde nichts gespeichert.',
  },
};
