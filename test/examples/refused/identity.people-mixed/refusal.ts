import { PersonRow } from '../../../../src/identity/people/person.entity.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: ({ book }) =>
    stopped(() =>
      book.unitOfWork.run((tx) =>
        tx.repository(PersonRow).insert({
          ...{ id: book.ids.newId(), kind: 'real', source: 'local' },
          ...{ recordedAt: tx.at, recordedBy: 'system:tests' },
        }),
      ),
    ),
  expected: {
    status: 409,
    facts: {},
    detail:
      'Ein Beispielbuch hat nur Demo-Konten, ein leer angelegtes Buch nur echte. ' +
      'Für den anderen Zweck brauchen Sie ein anderes Buch.',
  },
};
