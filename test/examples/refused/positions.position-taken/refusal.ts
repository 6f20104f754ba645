import { RecordPositionUseCase } from '../../../../src/positions/record-position.use-case.js';
import { aPosition } from '../../../support/notice-builder.js';
import { stopped, type Refusal } from '../refusal.js';

const change = { by: 'person:test', reason: 'Neu eingetragen', key: 'second-luenen-k2-1' };

export const refusal: Refusal = {
  provoke: ({ app: { app } }) =>
    stopped(() => app.get(RecordPositionUseCase).execute(change, aPosition({ id: 'luenen-k2-1' }))),
  expected: {
    status: 409,
    facts: { position: 'luenen-k2-1', label: 'LÜN-KIM2-1' },
    detail: 'Die Kennung „luenen-k2-1“ gehört schon der Stelle LÜN-KIM2-1. Wählen Sie eine andere.',
  },
};
