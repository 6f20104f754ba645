import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/contracts/kim-staedte'),
  expected: {
    status: 404,
    facts: { contract: 'kim-staedte' },
    detail: 'Im Buch steht kein Vertrag „kim-staedte“.',
  },
};
