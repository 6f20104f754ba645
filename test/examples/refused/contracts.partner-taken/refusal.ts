import { writeFact } from '../../../../src/programmes/definitions/fact-reading.js';
import { aPartner } from '../../../support/notice-builder.js';
import { answered, sending, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/partners', sending('POST', writeFact(aPartner()))),
  expected: {
    status: 409,
    facts: { partner: 'luenen', name: 'Stadt Lünen' },
    detail:
      'Unter „luenen“ steht schon Stadt Lünen im Buch. ' +
      'Berichtigen Sie diesen Partner, oder wählen Sie eine andere Kennung.',
  },
};
