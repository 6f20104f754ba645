import { aPosition } from '../../../support/notice-builder.js';
import { stopped, type Refusal } from '../refusal.js';

const [spell] = aPosition().occupancies;
if (spell === undefined) throw new Error('the post has an occupancy');
const post = aPosition({
  id: 'bergkamen-99',
  allocationLine: 'bergkamen-kim-2',
  employer: 'bergkamen',
  occupancies: [{ ...spell, id: 'bergkamen-k2-2-1' }],
});

export const refusal: Refusal = {
  provoke: ({ record }) => stopped(() => record({ kind: 'positions', positions: [post] })),
  expected: {
    status: 409,
    facts: {
      occupancy: 'bergkamen-k2-2-1',
      position: 'bergkamen-99',
      other: 'bergkamen-k2-2',
    },
    detail:
      'Die Kennung „bergkamen-k2-2-1“ trägt schon eine Besetzung der Stelle „bergkamen-k2-2“. ' +
      'Wählen Sie eine andere Kennung.',
  },
};
