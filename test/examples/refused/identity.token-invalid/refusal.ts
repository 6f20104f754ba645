import { answered, type Refusal } from '../refusal.js';

const headers = { authorization: 'Bearer wb_0000000000000000000000000000000000000000000' };

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/partners', { headers }),
  expected: {
    status: 401,
    facts: undefined,
    detail:
      'Er ist unbekannt, abgelaufen oder widerrufen, oder es hat ihm noch niemand zugestimmt. ' +
      'Fragen Sie die Verwaltung der Konten.',
  },
};
