import { answered, sending, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: (world) =>
    answered(
      world,
      '/api/v1/ledger/accounts/bank',
      sending(
        'PUT',
        { officeAccount: '1811000', reason: 'Kontenplan der Kämmerei' },
        { 'if-match': '"1"' },
      ),
    ),
  expected: {
    status: 404,
    facts: { account: 'bank' },
    detail: 'Der Kontenplan hat kein Konto „bank“.',
  },
};
