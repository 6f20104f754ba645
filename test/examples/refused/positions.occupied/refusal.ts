import { WithdrawPositionUseCase } from '../../../../src/positions/withdraw-position.use-case.js';
import { stopped, type Refusal } from '../refusal.js';

const change = { by: 'person:test', reason: 'Irrtum', key: 'withdraw-luenen-k2-1' };

export const refusal: Refusal = {
  provoke: ({ app: { app } }) =>
    stopped(() => app.get(WithdrawPositionUseCase).execute(change, 'luenen-k2-1')),
  expected: {
    status: 409,
    facts: { position: 'luenen-k2-1', label: 'LÜN-KIM2-1', count: 2 },
    detail:
      'Die Stelle LÜN-KIM2-1 hat 2 Besetzungen und lässt sich nicht zurücknehmen. Beenden Sie die Stelle, ' +
      'oder nehmen Sie zuerst zurück, was irrtümlich eingetragen wurde.',
  },
};
