import type { Engine } from '../../../src/platform/database/engine.js';
import { crashRound } from '../../crashtest/crash-round.js';
import { addressText, ownDatabase, type OwnDatabase } from '../../support/templates.js';

/** Moments of the kill after the first answer; `npm run crashtest` takes as many as one likes. */
const KILLS_AFTER_MS = [40, 400];

describe.each<Engine>(['sqlite', 'postgres'])(
  'a service on %s that is killed while posting',
  (engine) => {
    let own: OwnDatabase;

    beforeAll(async () => {
      own = await ownDatabase(engine, 'example');
    });
    afterAll(() => own.remove());

    it.each(KILLS_AFTER_MS)(
      'has lost nothing and has nothing half after %d ms',
      async (killAfterMs) => {
        const round = await crashRound({
          databaseUrl: addressText(own.address),
          prefix: `crash-${killAfterMs}-`,
          clients: 8,
          killAfterMs,
        });
        expect(round.problems).toEqual([]);
        expect(round.entries).toBe(round.acknowledged + round.unanswered);
        expect(round.unanswered).toBeGreaterThan(0);
      },
    );
  },
);
