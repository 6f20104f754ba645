import { WithdrawOccupancyUseCase } from '../../../../src/positions/withdraw-occupancy.use-case.js';
import { stopped, type Refusal } from '../refusal.js';

const change = { by: 'person:test', reason: 'Irrtum', key: 'withdraw-nowhere' };

export const refusal: Refusal = {
  provoke: ({ app: { app } }) =>
    stopped(() => app.get(WithdrawOccupancyUseCase).execute(change, 'luenen-k2-1-99')),
  expected: {
    status: 404,
    facts: { occupancy: 'luenen-k2-1-99' },
    detail: 'Im Buch steht keine Besetzung „luenen-k2-1-99“.',
  },
};
