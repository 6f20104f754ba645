import { contract2025, line2025 } from '../../../support/amending.js';
import { answered, sending, type Refusal } from '../refusal.js';

const ownFunds = { funding: [{ source: 'own-funds', year: 2025 }] } as const;
const lines = [
  line2025('luenen', '1,0', { ...ownFunds, id: 'giving-kim-2' }),
  line2025('luenen', '1,0', { ...ownFunds, id: 'taking-kim-2' }),
];
const signed = contract2025('kim-two-lines', lines);
const [base] = signed.versions;
const draft = base && {
  ...base,
  ...({ number: 2, kind: 'amendment', title: '1. Änderung', signatures: [] } as const),
};
const moves = [
  { fromLine: 'giving-kim-2', toLine: 'taking-kim-2', fte: '0.5', from: '2025-07-01' },
];

export const refusal: Refusal = {
  given: ({ record }) =>
    record({ ...signed, versions: [...signed.versions, ...(draft ? [draft] : [])] }),
  provoke: (world) => answered(world, '/api/v1/what-if/amendments', sending('POST', { moves })),
  expected: {
    status: 409,
    facts: { contract: 'kim-two-lines' },
    detail:
      'Der Vertrag „kim-two-lines“ hat schon einen Entwurf, der noch nicht von allen ' +
      'unterschrieben ist. Schließen Sie ihn ab oder verwerfen Sie ihn.',
  },
};
