import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/contracts/kim-awo/documents/nothing/file'),
  expected: {
    status: 404,
    facts: { contract: 'kim-awo', document: 'nothing' },
    detail: 'Zum Vertrag „kim-awo“ ist kein Bestandteil „nothing“ abgelegt.',
  },
};
