import { parsePlainDate } from '../../../../src/domain/calendar/plain-date.js';
import { RecordDeputyUseCase } from '../../../../src/identity/deputies/record-deputy.use-case.js';
import { changeBy, idOf } from '../four-eyes-world.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: async (world) => {
    const deputising = {
      person: await idOf(world, 'sachbearbeitung'),
      forPerson: await idOf(world, 'anordnung-1'),
      role: 'approver' as const,
      from: parsePlainDate('2026-03-02'),
      to: parsePlainDate('2026-03-13'),
    };
    const change = await changeBy(world, 'sachbearbeitung', 'story-deputy-not-yours');
    return stopped(() => world.app.app.get(RecordDeputyUseCase).execute(change, deputising));
  },
  expected: {
    status: 403,
    facts: {},
    detail:
      'Für sich selbst trägt jede und jeder eine Vertretung ein; für andere tut es die Verwaltung ' +
      'der Konten. Es wurde nichts gespeichert.',
  },
};
