/**
 * Requests for the API's description, on the example book. The tests send each one, in this order.
 * The example book has taken over all years until 2025; these cases are a small programme's.
 */
const TAKE_OVER = {
  id: 'fit-in-deutsch-2025',
  programme: 'fit-in-deutsch',
  title: 'FIT in Deutsch 2025',
  keyDate: '2025-12-31',
  noticeLines: [
    {
      noticeLine: 'fit-in-deutsch-2025',
      document: 'Kassenliste vom 31.12.2025',
      received: '8136.00',
      ownCost: '7900.00',
      treasuryBalance: '8136.00',
    },
  ],
} as const;

export const takeOverExamples = {
  record: TAKE_OVER,
  correct: {
    ...TAKE_OVER,
    noticeLines: [{ ...TAKE_OVER.noticeLines[0], unspent: '236.00' }],
    reason: 'Rest als nicht verwendet bestätigt',
  },
} as const;
