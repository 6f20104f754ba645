import { AccountChangesQueries } from '../../../../src/identity/account-changes/account-changes.queries.js';
import { ProposeAccountChangeUseCase } from '../../../../src/identity/account-changes/propose-account-change.use-case.js';
import { SettleAccountChangeUseCase } from '../../../../src/identity/account-changes/settle-account-change.use-case.js';
import { ADMINISTRATORS, idOf, said, useCase } from '../accounts-world.js';
import { stopped, type Refusal } from '../refusal.js';
import type { RefusedWorld } from '../world.js';

const asker = async (world: RefusedWorld) => `person:${await idOf(world, ADMINISTRATORS[0] ?? '')}`;

export const refusal: Refusal = {
  given: async (world) => {
    const change = said('own-change', await asker(world));
    const id = await idOf(world, 'kasse-2@kreis-unna.example');
    await useCase(world, ProposeAccountChangeUseCase).execute(change, id, { kind: 'link' });
  },
  provoke: (world) =>
    stopped(async () => {
      const change = said('own-change-agreed', await asker(world));
      const [waiting] = await useCase(world, AccountChangesQueries).waiting();
      await useCase(world, SettleAccountChangeUseCase).agree(change, waiting?.id ?? '');
    }),
  expected: {
    status: 409,
    facts: { reason: 'same-administrator' },
    detail:
      'Sie haben diese Änderung selbst beantragt. Bestätigen muss sie eine andere Person der Verwaltung.',
  },
};
