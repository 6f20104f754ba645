import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/positions/luenen-99?year=2025'),
  expected: {
    status: 404,
    facts: { position: 'luenen-99' },
    detail: 'Im Buch steht keine Stelle „luenen-99“.',
  },
};
