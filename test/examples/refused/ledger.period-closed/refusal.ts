import { closed2019, handEntry } from '../ledger-world.js';
import { answered, sending, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  given: closed2019,
  provoke: (world) =>
    answered(world, '/api/v1/ledger/entries', sending('POST', handEntry('2019-12-31'))),
  expected: {
    status: 409,
    facts: {
      day: '2019-12-31',
      closedThrough: '2019-12',
      lastClosedDay: '2019-12-31',
      firstOpenDay: '2020-01-01',
    },
    detail:
      'Der 31.12.2019 liegt in einem abgeschlossenen Zeitraum: Abgeschlossen ist bis zum 31.12.2019. ' +
      'Wirksam werden kann die Buchung ab dem 01.01.2020; ihr Haushaltsjahr behält sie. ' +
      'Es wurde nichts gebucht.',
  },
};
