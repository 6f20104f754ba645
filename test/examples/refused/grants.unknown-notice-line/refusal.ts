import { aContract, aLine, aVersion } from '../../../support/contract-builder.js';
import { stopped, type Refusal } from '../refusal.js';

const line = aLine({
  id: 'luenen-kim-2031',
  funding: [{ source: 'notice-line', year: 2031, noticeLine: 'kim-2-2031' }],
});

export const refusal: Refusal = {
  provoke: ({ record }) =>
    stopped(() => record(aContract({ id: 'kim-2031', versions: [aVersion({ lines: [line] })] }))),
  expected: {
    status: 422,
    facts: { noticeLine: 'kim-2-2031' },
    detail:
      'Die Bescheidzeile „kim-2-2031“ steht in keinem Bescheid des Buchs. Lesen Sie zuerst den Bescheid ein.',
  },
};
