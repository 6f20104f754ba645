import type { PlainDate } from '../../../../src/domain/calendar/plain-date.js';
import { CreateTokenUseCase } from '../../../../src/identity/tokens/create-token.use-case.js';
import { said, useCase } from '../accounts-world.js';
import { stopped, type Refusal } from '../refusal.js';

const wanted = {
  ...{ role: 'approver', purpose: 'Kassenverfahren', until: '2026-12-31' as PlainDate },
};

export const refusal: Refusal = {
  provoke: (world) =>
    stopped(() => useCase(world, CreateTokenUseCase).execute(said('role'), wanted)),
  expected: {
    status: 422,
    facts: { role: 'approver', pointer: '/role' },
    detail:
      'Möglich sind: Sachbearbeitung, Kasse, Controlling, Prüfung. ' +
      'Anordnen dürfen nur Menschen, und Konten verwaltet kein Fachverfahren.',
  },
};
