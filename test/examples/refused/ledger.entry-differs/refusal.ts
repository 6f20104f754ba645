import { EntryDiffers } from '../../../../src/ledger/ledger.errors.js';
import { stopped, type Refusal } from '../refusal.js';

const entry = '01ARZ3NDEKTSV4RRFFQ69G5FAV';

/** The import of a journal meets it line by line, and tells it with the line. */
export const refusal: Refusal = {
  provoke: () => stopped(() => Promise.reject(new EntryDiffers({ entry }))),
  expected: {
    status: 409,
    facts: { entry },
    detail:
      'Unter der Kennung „01ARZ3NDEKTSV4RRFFQ69G5FAV“ steht eine andere Buchung im Buch. ' +
      'Es wurde nichts übernommen.',
  },
};
