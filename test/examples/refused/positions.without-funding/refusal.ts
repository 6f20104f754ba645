import { anUnfundedPosition } from '../../../support/notice-builder.js';
import { stopped, type Refusal } from '../refusal.js';

const post = anUnfundedPosition({ id: 'luenen-98', occupancies: [] });

export const refusal: Refusal = {
  provoke: ({ record }) => stopped(() => record({ kind: 'positions', positions: [post] })),
  expected: {
    status: 422,
    facts: { position: 'luenen-98' },
    detail:
      'Die Stelle „luenen-98“ braucht entweder eine Zuweisungszeile oder, ' +
      'als Stelle des Kreises, ihre Bescheidzeilen; nicht beides.',
  },
};
