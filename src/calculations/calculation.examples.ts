/**
 * Questions and answers for the API's description, worked out by hand in the rulebook. The tests
 * ask each question and expect each answer.
 */
export const entitlementExample = {
  question: {
    annualRate: '57000.00',
    fte: '0.5',
    from: '2023-03-15',
    to: '2023-12-31',
    convention: 'calendar-month',
  },
  answer: { amount: '22677.42', byYear: [{ year: 2023, share: '74/93', amount: '22677.42' }] },
} as const;

export const fristExample = {
  question: { date: '2023-01-15', kind: 'frist' },
  answer: { dueOn: '2023-01-16', moved: true, reasons: ['Sonntag'] },
} as const;

export const noticePeriodExample = {
  question: { date: '2024-06-30', kind: 'notice-period' },
  answer: { dueOn: '2024-06-30', moved: false, reasons: [], safeOn: '2024-06-28' },
} as const;

export const interestExample = {
  question: {
    principal: '10000.00',
    from: '2024-04-03',
    to: '2024-06-30',
    basis: 'hhg-29-5',
    dayCount: 'act/act',
  },
  answer: {
    amount: '209.61',
    segments: [
      {
        from: '2024-04-03',
        to: '2024-06-30',
        days: 89,
        baseRate: '3.62',
        margin: '5.00',
        rate: '8.62',
        amount: '209.61',
      },
    ],
  },
} as const;

export const agreedInterestExample = {
  question: {
    principal: '12345.67',
    from: '2023-02-01',
    to: '2024-11-15',
    basis: 'agreed',
    margin: '3.00',
    dayCount: 'act/act',
  },
  answer: { amount: '1318.21' },
} as const;

export const splitExample = {
  question: { total: '100.00', weights: ['1', '1', '1'] },
  answer: { shares: ['33.34', '33.33', '33.33'] },
} as const;

export const problemExample = {
  type: '/errors/http.422',
  title: 'Die Angaben passen nicht',
  status: 422,
  detail: 'Mindestens ein Feld hat nicht die erwartete Form.',
  errors: [{ pointer: '/from', detail: 'Diesen Tag gibt es im Kalender nicht.' }],
} as const;
