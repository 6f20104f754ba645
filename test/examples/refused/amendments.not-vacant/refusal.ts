import { answered, sending, type Refusal } from '../refusal.js';

const moves = [
  { fromLine: 'luenen-kim-2', toLine: 'bergkamen-kim-2', fte: '0.5', from: '2025-07-01' },
];

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/what-if', sending('POST', { moves })),
  expected: {
    status: 422,
    facts: {
      line: 'luenen-kim-2',
      from: '2025-07-01',
      to: '2025-12-31',
      vacant: 0,
      requested: 5_000,
    },
    detail:
      'Zuweisungszeile „luenen-kim-2“: Vom 01.07.2025 bis zum 31.12.2025 sind 0,0 VzÄ ' +
      'unbesetzt, verschoben werden sollen 0,5 VzÄ. ' +
      'Besetzte und weitergegebene VzÄ bleiben, wo sie sind.',
  },
};
