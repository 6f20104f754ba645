import { aPosition } from '../../../support/notice-builder.js';
import { stopped, type Refusal } from '../refusal.js';

const post = aPosition({ id: 'luenen-99', allocationLine: 'luenen-kim-9', occupancies: [] });

export const refusal: Refusal = {
  provoke: ({ record }) => stopped(() => record({ kind: 'positions', positions: [post] })),
  expected: {
    status: 422,
    facts: { line: 'luenen-kim-9' },
    detail: 'Kein Vertrag des Buchs hat eine Zuweisungszeile „luenen-kim-9“.',
  },
};
