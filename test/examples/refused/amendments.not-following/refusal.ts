import { answered, sending, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) =>
    answered(world, '/api/v1/notices/notice-kim-2-2025/follow-on', sending('POST', {})),
  expected: {
    status: 422,
    facts: { notice: 'notice-kim-2-2025' },
    detail:
      'Der Bescheid „notice-kim-2-2025“ nennt keinen Bescheid, an den er anschließt. ' +
      'Es gibt nichts zu übernehmen.',
  },
};
