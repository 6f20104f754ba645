import { answered, sending, type Refusal } from '../refusal.js';

const takeBack = sending('DELETE', { reason: 'gekürzt' }, { 'if-match': '"2"' });

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/notices/notice-kim-2-2024', takeBack),
  expected: {
    status: 409,
    facts: { notice: 'notice-kim-2-2024', kind: 'contract', by: 'kim-awo' },
    detail:
      'Auf den Bescheid „notice-kim-2-2024“ stützt sich noch der Vertrag „kim-awo“. ' +
      'Eine Kürzung durch das Land ist ein Änderungsbescheid. Es wurde nichts zurückgenommen.',
  },
};
