import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/take-overs/kim-2019'),
  expected: {
    status: 404,
    facts: { takeOver: 'kim-2019' },
    detail: 'Im Buch steht keine Übernahme „kim-2019“.',
  },
};
