import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/partners/dortmund'),
  expected: {
    status: 404,
    facts: { partner: 'dortmund' },
    detail: 'Im Buch steht kein Weiterleitungsempfänger „dortmund“.',
  },
};
