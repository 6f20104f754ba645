import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/entitlements?year=2025&partner=dortmund'),
  expected: {
    status: 404,
    facts: { kind: 'partner', id: 'dortmund' },
    detail: 'Das Buch kennt keinen Partner „dortmund“.',
  },
};
