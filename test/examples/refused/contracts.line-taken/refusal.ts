import { aContract } from '../../../support/contract-builder.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: ({ record }) =>
    stopped(() => record(aContract({ id: 'kim-second', partners: ['luenen'] }))),
  expected: {
    status: 409,
    facts: { line: 'luenen-kim-2', contract: 'kim-second', other: 'kim-cities' },
    detail:
      'Die Zuweisungszeile „luenen-kim-2“ des Vertrags „kim-second“ gibt es schon ' +
      'im Vertrag „kim-cities“. Wählen Sie eine andere Kennung.',
  },
};
