import { answered, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/contracts/kim-cities/differences?before=1&after=9'),
  expected: {
    status: 404,
    facts: { contract: 'kim-cities', version: 9 },
    detail: 'Der Vertrag „kim-cities“ hat keine Fassung 9.',
  },
};
