import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/notices/kim-2-2031'),
  expected: {
    status: 404,
    facts: { notice: 'kim-2-2031' },
    detail: 'Im Buch steht kein Zuwendungsbescheid „kim-2-2031“.',
  },
};
