import { answered, sending, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) =>
    answered(world, '/api/v1/notices/notice-kim-2-2025/amendments', sending('POST', {})),
  expected: {
    status: 422,
    facts: { notice: 'notice-kim-2-2025' },
    detail:
      'Der Bescheid „notice-kim-2-2025“ nennt keinen Bescheid, den er ändert. ' +
      'Es gibt nichts weiterzugeben.',
  },
};
