import { parsePlainDate } from '../../../../src/domain/calendar/plain-date.js';
import { RecordDeputyUseCase } from '../../../../src/identity/deputies/record-deputy.use-case.js';
import { changeBy, idOf } from '../four-eyes-world.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: async (world) => {
    const deputising = {
      person: await idOf(world, 'kasse-1'),
      forPerson: await idOf(world, 'anordnung-1'),
      role: 'approver' as const,
      from: parsePlainDate('2026-03-02'),
      to: parsePlainDate('2026-03-13'),
    };
    const change = await changeBy(world, 'verwaltung-1', 'story-deputy-unfit');
    return stopped(() => world.app.app.get(RecordDeputyUseCase).execute(change, deputising));
  },
  expected: {
    status: 422,
    facts: { reason: 'roles-apart', role: 'approver' },
    detail:
      'Die Rolle Anordnung darf die gewählte Person nicht neben ihren eigenen haben: Kasse, Prüfung, ' +
      'Verwaltung und Weiterleitungsempfänger stehen allein (§ 28 Abs. 5, § 31 KomHVO NRW).',
  },
};
