import { LendRoleUseCase } from '../../../../src/identity/break-glass/lend-role.use-case.js';
import { LentRolesQueries } from '../../../../src/identity/break-glass/lent-roles.queries.js';
import { changeBy, idOf } from '../four-eyes-world.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  given: async (world) => {
    const person = await idOf(world, 'sachbearbeitung');
    const change = await changeBy(world, 'verwaltung-1', 'story-lending');
    const lending = { person, role: 'treasury' as const, hours: 4 };
    await world.app.app.get(LendRoleUseCase).ask(change, lending);
  },
  provoke: async (world) => {
    const [asked] = await world.app.app.get(LentRolesQueries).all();
    const change = await changeBy(world, 'verwaltung-1', 'story-lending-agreed');
    return stopped(() => world.app.app.get(LendRoleUseCase).agree(change, asked?.id ?? ''));
  },
  expected: {
    status: 409,
    facts: { reason: 'same-administrator' },
    detail:
      'Sie haben den Notzugang selbst beantragt. Zustimmen muss eine andere Person der Verwaltung.',
  },
};
