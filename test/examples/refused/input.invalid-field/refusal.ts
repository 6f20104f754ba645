import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/contracts?on=2025-02-31'),
  expected: {
    status: 422,
    facts: { pointer: '/on', reason: 'date-missing', value: '2025-02-31' },
    detail: 'Diesen Tag gibt es im Kalender nicht.',
  },
};
