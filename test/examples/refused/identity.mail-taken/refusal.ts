import { stopped, type Refusal } from '../refusal.js';
import { recordClerk } from '../identity-world.js';

const MAIL = 'renate@kreis-unna.example';

export const refusal: Refusal = {
  given: (world) => recordClerk(world, MAIL),
  provoke: (world) =>
    stopped(() => recordClerk(world, ' Renate@Kreis-Unna.example', 'R. Beispiel')),
  expected: {
    status: 409,
    facts: {},
    detail: 'Zu jeder Mailadresse gibt es ein Konto. Ändern Sie das vorhandene.',
  },
};
