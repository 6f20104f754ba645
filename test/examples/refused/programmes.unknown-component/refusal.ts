import { stopped, type Refusal } from '../refusal.js';

const KNOWN =
  'fit-in-deutsch, integrationschancen, ki-base, ki-interpreters, kim-1, kim-2, kim-3, ' +
  'komm-an-1, komm-an-2, rucksack-schule, soe';

export const refusal: Refusal = {
  provoke: ({ modules }) => stopped(() => modules.programmes.component('kim-9')),
  expected: {
    status: 422,
    facts: { component: 'kim-9', known: KNOWN },
    detail: `Den Baustein „kim-9“ gibt es nicht. Bekannt sind: ${KNOWN}.`,
  },
};
