import { answered, sending, type Refusal } from '../refusal.js';
import { headersOf } from '../identity-world.js';

export const refusal: Refusal = {
  provoke: async (world) => {
    const headers = await headersOf(world, 'pruefung@kreis-unna.example');
    const body = { reason: 'Jahresabschluss' };
    return answered(
      world,
      '/api/v1/ledger/periods/2026-01/closing',
      sending('POST', body, headers),
    );
  },
  expected: {
    status: 403,
    facts: { roles: 'controller, treasury' },
    detail:
      'Ihre Rolle erlaubt diesen Schritt nicht. Vorgesehen ist: Controlling, Kasse. ' +
      'Es wurde nichts gespeichert.',
  },
};
