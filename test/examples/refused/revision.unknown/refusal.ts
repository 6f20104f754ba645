import { Partner } from '../../../../src/contracts/partner.entity.js';
import { withdrawFact } from '../../../../src/platform/database/revisions.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: ({ book }) =>
    stopped(() =>
      book.unitOfWork.run((tx) =>
        withdrawFact(tx, Partner, 'dortmund', { by: 'person:a', reason: 'Irrtum' }),
      ),
    ),
  expected: {
    status: 404,
    facts: { id: 'dortmund' },
    detail: '„dortmund“ gibt es nicht, oder es wurde zurückgenommen.',
  },
};
