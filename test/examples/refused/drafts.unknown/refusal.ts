import { Drafts } from '../../../../src/drafts/drafts.js';
import { stopped, type Refusal } from '../refusal.js';

const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

export const refusal: Refusal = {
  provoke: ({ app }) =>
    stopped(() =>
      app.app
        .get(Drafts, { strict: false })
        .save({ ref: 'person:b' }, { id, seen: 1, step: 'name', texts: { name: 'Stadt Lünen' } }),
    ),
  expected: {
    status: 404,
    facts: { draft: id },
    detail:
      'Der Entwurf wurde verworfen, oder es hat ihn nie gegeben. ' +
      'Unter „Entwürfe“ stehen alle, die noch offen sind.',
  },
};
