import { answered, sending, type Refusal } from '../refusal.js';

const entry = {
  effectiveOn: '2026-02-27',
  text: 'Abgang laut Kontoauszug',
  postings: [
    { account: 'cash', amount: '-100.00' },
    { account: 'advances', amount: '10.00' },
  ],
};

export const refusal: Refusal = {
  provoke: (world) => answered(world, '/api/v1/ledger/entries', sending('POST', entry)),
  expected: {
    status: 422,
    facts: { debit: '1000', credit: '10000', pointer: '/postings' },
    detail:
      'Im Soll stehen 10,00\u00a0€, im Haben 100,00\u00a0€. Beides muss gleich sein, ' +
      'auch die Merkkonten für sich. Es wurde nichts gebucht.',
  },
};
