import { takeOverExamples } from '../../../../src/take-over/take-over.examples.js';
import { answered, sending, type Refusal } from '../refusal.js';

const again = { ...takeOverExamples.record, id: 'kim-2023' };

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/take-overs', sending('POST', again)),
  expected: {
    status: 409,
    facts: { takeOver: 'kim-2023' },
    detail:
      'Eine Übernahme „kim-2023“ gibt es schon. Wählen Sie eine andere Kennung, oder berichtigen Sie ' +
      'die Übernahme.',
  },
};
