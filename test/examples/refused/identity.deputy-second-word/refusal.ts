import { parsePlainDate } from '../../../../src/domain/calendar/plain-date.js';
import { AgreeDeputyUseCase } from '../../../../src/identity/deputies/agree-deputy.use-case.js';
import { DeputiesQueries } from '../../../../src/identity/deputies/deputies.queries.js';
import { RecordDeputyUseCase } from '../../../../src/identity/deputies/record-deputy.use-case.js';
import { changeBy, idOf } from '../four-eyes-world.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  given: async (world) => {
    const deputising = {
      person: await idOf(world, 'sachbearbeitung'),
      forPerson: await idOf(world, 'anordnung-1'),
      role: 'approver' as const,
      from: parsePlainDate('2026-03-02'),
      to: parsePlainDate('2026-03-13'),
    };
    const change = await changeBy(world, 'verwaltung-1', 'story-deputy-second-word');
    await world.app.app.get(RecordDeputyUseCase).execute(change, deputising);
  },
  provoke: async (world) => {
    const { app } = world.app;
    const change = await changeBy(world, 'verwaltung-1', 'story-deputy-second-word-own');
    const [waiting] = await app.get(DeputiesQueries).waitingFor(await idOf(world, 'anordnung-1'));
    return stopped(() => app.get(AgreeDeputyUseCase).execute(change, waiting?.id ?? ''));
  },
  expected: {
    status: 409,
    facts: { reason: 'same-person' },
    detail:
      'Sie haben die Vertretung selbst eingetragen. Bestätigen muss sie die vertretene Person oder eine ' +
      'andere Person der Verwaltung; bis dahin hat die Vertretung die Rolle nicht.',
  },
};
