/**
 * Requests and answers for the API's description, on the example book. The tests send each one,
 * in this order, and expect each answer.
 */
const KIM_II = {
  id: 'kim-2-2025',
  component: 'kim-2',
  year: 2025,
  period: { from: '2025-01-01', to: '2025-12-31' },
  fte: '18.0',
  amount: '1044000.00',
  terms: [
    {
      text: 'Fallmanagement, Höchstbetrag je VzÄ',
      costKind: 'staff',
      quantity: '18',
      unit: '58000.00',
      amount: '1044000.00',
    },
  ],
  clause: 'Nr. 1 des Änderungsbescheids',
} as const;

const RAISE = {
  id: 'notice-kim-2-2025-a',
  programme: 'kim',
  title: 'KIM Baustein II, Förderjahr 2025, 1. Änderung',
  grantor: 'Bezirksregierung Arnsberg',
  firstRecipient: 'Kreis Unna',
  issuedOn: '2025-06-16',
  period: { from: '2025-01-01', to: '2025-12-31' },
  amends: 'notice-kim-2-2025',
  effectiveFrom: '2025-07-01',
  lines: [KIM_II],
} as const;

export const recordNoticeExample = {
  request: RAISE,
  answer: { ...RAISE, lines: [{ ...KIM_II, terms: [{ unit: '58000.00' }] }], revision: 2 },
} as const;

export const correctNoticeExample = {
  request: {
    ...RAISE,
    reference: '36.30.06-078/2025-002-1',
    reason: 'Aktenzeichen nachgetragen',
  },
  answer: { reference: '36.30.06-078/2025-002-1', revision: 3 },
} as const;

export const noticeHistoryExample = {
  revisions: [
    {
      revision: 3,
      recordedBy: 'person:01KAMZJ4T8Q2V6W9X3Y5Z7A1BC',
      reason: 'Aktenzeichen nachgetragen',
      withdrawn: false,
      differences: [{ path: 'reference', before: '', after: '36.30.06-078/2025-002-1' }],
    },
    { revision: 2, reason: 'Neu eingetragen', withdrawn: false, differences: [] },
  ],
} as const;

export const noticeChangeExample = {
  notice: 'notice-kim-2-2025-a',
  amends: 'notice-kim-2-2025',
  effectiveFrom: '2025-07-01',
  lines: [
    {
      lineId: 'kim-2-2025',
      before: { amount: '1026000.00', fte: '18.0' },
      after: { amount: '1044000.00', fte: '18.0' },
      difference: '18000.00',
      differenceFte: '0.0',
    },
  ],
} as const;
