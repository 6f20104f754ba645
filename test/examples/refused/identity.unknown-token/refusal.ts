import { ApiTokensQueries } from '../../../../src/identity/tokens/api-tokens.queries.js';
import { useCase } from '../accounts-world.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) => stopped(() => useCase(world, ApiTokensQueries).token('kasse')),
  expected: {
    status: 404,
    facts: { id: 'kasse' },
    detail: 'Unter dieser Kennung steht kein Zugangsschlüssel im Buch.',
  },
};
