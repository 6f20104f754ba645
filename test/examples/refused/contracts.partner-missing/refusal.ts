import { aContract, aLine, aVersion } from '../../../support/contract-builder.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: ({ record }) =>
    stopped(() =>
      record(
        aContract({
          id: 'kim-dortmund',
          partners: ['dortmund'],
          versions: [aVersion({ lines: [aLine({ id: 'dortmund-kim-2', partner: 'dortmund' })] })],
        }),
      ),
    ),
  expected: {
    status: 422,
    facts: { partner: 'dortmund', by: 'kim-dortmund' },
    detail:
      '„kim-dortmund“ nennt den Partner „dortmund“, den das Buch nicht kennt. ' +
      'Lesen Sie zuerst den Partner ein.',
  },
};
