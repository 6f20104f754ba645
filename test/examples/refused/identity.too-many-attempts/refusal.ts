import { SignInUseCase } from '../../../../src/identity/sign-in/sign-in.use-case.js';
import { stopped, type Refusal } from '../refusal.js';
import type { RefusedWorld } from '../world.js';

const guess = ({ app }: RefusedWorld, password: string) =>
  app.app
    .get(SignInUseCase)
    .execute(
      { mail: 'kasse-1@kreis-unna.example', password },
      { address: '10.2.0.1', browser: '' },
    );

export const refusal: Refusal = {
  given: async (world) => {
    for (const password of ['sommer', 'herbst', 'winter', 'frühling']) {
      await stopped(() => guess(world, password));
    }
  },
  provoke: (world) => stopped(() => guess(world, 'zum Ausprobieren im Beispielbuch')),
  expected: {
    status: 429,
    facts: { until: '2026-03-02T08:00:02.000Z' },
    detail:
      'Der nächste Versuch ist ab 09:00:02\u00a0Uhr möglich. Die Sperre schützt Konten davor, ' +
      'dass jemand Passwörter durchprobiert; wer schon angemeldet ist, bleibt es.',
  },
};
