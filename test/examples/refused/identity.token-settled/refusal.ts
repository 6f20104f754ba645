import { SettleTokenUseCase } from '../../../../src/identity/tokens/settle-token.use-case.js';
import { keyOf, said, useCase, waitingKey } from '../accounts-world.js';
import { stopped, type Refusal } from '../refusal.js';

const ONE = 'person:01JE5QZ3T8M9N0P1Q2R3S4T5V8';
const OTHER = 'person:01JE5QZ3T8M9N0P1Q2R3S4T5V9';

export const refusal: Refusal = {
  given: async (world) => {
    const id = await waitingKey(world, 'system:console');
    await useCase(world, SettleTokenUseCase).revoke(said('declined', ONE), id);
  },
  provoke: (world) =>
    stopped(async () => {
      const id = await keyOf(world, 'system:console');
      await useCase(world, SettleTokenUseCase).consent(said('too-late', OTHER), id);
    }),
  expected: {
    status: 409,
    facts: { state: 'revoked' },
    detail: 'Er ist widerrufen. Es wurde nichts gespeichert.',
  },
};
