import { stopped, type Refusal } from '../refusal.js';
import { recordClerk } from '../identity-world.js';

export const refusal: Refusal = {
  provoke: (world) => stopped(() => recordClerk(world, 'renate@kreis-unna.de')),
  expected: {
    status: 422,
    facts: {},
    detail:
      'Nehmen Sie eine erfundene Adresse, die mit „.example“, „.test“ oder „.invalid“ endet oder zu ' +
      'example.org, example.com oder example.net gehört. Verschickt wird aus einem Beispielbuch nichts.',
  },
};
