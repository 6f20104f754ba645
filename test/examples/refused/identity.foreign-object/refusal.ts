import { answered, type Refusal } from '../refusal.js';
import { headersOf } from '../identity-world.js';

export const refusal: Refusal = {
  provoke: async (world) => {
    const headers = await headersOf(world, 'leitung@luenen.example');
    return answered(world, '/api/v1/contracts/kim-awo', { headers });
  },
  expected: {
    status: 404,
    facts: undefined,
    detail: 'Unter dieser Adresse steht nichts, was zu Ihrer Organisation gehört.',
  },
};
