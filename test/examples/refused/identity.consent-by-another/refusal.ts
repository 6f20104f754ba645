import { SettleTokenUseCase } from '../../../../src/identity/tokens/settle-token.use-case.js';
import { keyOf, said, useCase, waitingKey } from '../accounts-world.js';
import { stopped, type Refusal } from '../refusal.js';

const SHE = 'person:01JE5QZ3T8M9N0P1Q2R3S4T5V7';

export const refusal: Refusal = {
  given: (world) => waitingKey(world, SHE),
  provoke: (world) =>
    stopped(async () => {
      const id = await keyOf(world, SHE);
      await useCase(world, SettleTokenUseCase).consent(said('own-consent', SHE), id);
    }),
  expected: {
    status: 403,
    facts: {},
    detail: 'Wer einen Zugangsschlüssel anlegt, stimmt ihm nicht zu: Vier Augen sehen mehr (R31).',
  },
};
