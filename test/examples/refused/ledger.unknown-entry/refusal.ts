import { answered, type Refusal } from '../refusal.js';

const entry = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

export const refusal: Refusal = {
  provoke: (world) => answered(world, `/api/v1/ledger/entries/${entry}`),
  expected: {
    status: 404,
    facts: { entry },
    detail: 'Im Buch steht keine Buchung „01ARZ3NDEKTSV4RRFFQ69G5FAV“.',
  },
};
