import { answered, sending, type Refusal } from '../refusal.js';

const moves = [
  { fromLine: 'luenen-kim-1', toLine: 'bergkamen-kim-2', fte: '0.5', from: '2025-07-01' },
];

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/what-if', sending('POST', { moves })),
  expected: {
    status: 422,
    facts: { fromLine: 'luenen-kim-1', toLine: 'bergkamen-kim-2', reason: 'component' },
    detail:
      'Von „luenen-kim-1“ nach „bergkamen-kim-2“ geht es nicht: ' +
      'Die Zeilen gehören zu verschiedenen Bausteinen.',
  },
};
