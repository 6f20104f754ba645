import { factFrom } from '../../../../src/programmes/fact-check.js';
import { writeFact } from '../../../../src/programmes/definitions/fact-reading.js';
import { aPartner } from '../../../support/notice-builder.js';
import { stopped, type Refusal } from '../refusal.js';

const wrong = (): unknown => {
  const partner = writeFact(aPartner());
  return { ...partner, address: { ...(partner['address'] as object), postcode: '4453' } };
};

export const refusal: Refusal = {
  provoke: () => stopped(() => factFrom('partner', wrong())),
  expected: {
    status: 422,
    facts: {
      count: 1,
      path: 'address.postcode',
      message: '„4453“ passt nicht. Erwartet: eine Postleitzahl mit fünf Ziffern.',
    },
    detail:
      'address.postcode: „4453“ passt nicht. Erwartet: eine Postleitzahl mit fünf Ziffern. ' +
      'Es wurde nichts eingetragen.',
  },
};
