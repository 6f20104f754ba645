import { recordNoticeExample } from '../../../../src/grants/notice.examples.js';
import { answered, sending, type Refusal } from '../refusal.js';

const again = { ...recordNoticeExample.request, id: 'notice-kim-2-2025' };

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/notices', sending('POST', again)),
  expected: {
    status: 409,
    facts: { notice: 'notice-kim-2-2025' },
    detail:
      'Einen Zuwendungsbescheid „notice-kim-2-2025“ gibt es schon. Wählen Sie eine andere Kennung, ' +
      'oder berichtigen Sie den Bescheid.',
  },
};
