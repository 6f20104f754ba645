/**
 * Requests for the API's description, on the example book. The tests send each one, in this order,
 * and expect each answer: in Lünen a small post ends with the year 2025, another takes its place.
 */
const SMALL_POST = {
  label: 'LÜN-KIM2-4',
  title: 'Fallmanagement',
  component: 'kim-2',
  plannedFte: '0.38',
  from: '2022-09-01',
  employer: 'luenen',
  placeOfWork: 'Lünen',
  allocationLine: 'luenen-kim-2',
} as const;

export const correctOccupancy = {
  path: '/api/v1/occupancies/luenen-k2-4-1',
  request: {
    personKey: 'LUE-8E90',
    from: '2022-09-01',
    to: '2025-12-31',
    share: '0.38',
    reason: 'Die Beschäftigte geht zum Jahresende.',
  },
  answer: { position: 'luenen-k2-4', to: '2025-12-31', share: '0.38', revision: 3 },
} as const;

export const correctPosition = {
  path: '/api/v1/positions/luenen-k2-4',
  request: { ...SMALL_POST, to: '2025-12-31', reason: 'Die Stelle entfällt zum Jahresende.' },
  answer: { id: 'luenen-k2-4', to: '2025-12-31', revision: 4 },
} as const;

export const recordPosition = {
  path: '/api/v1/positions',
  request: {
    ...SMALL_POST,
    id: 'luenen-k2-5',
    label: 'LÜN-KIM2-5',
    from: '2026-01-01',
    reason: 'Nachfolge für LÜN-KIM2-4',
  },
  answer: {
    ...{ id: 'luenen-k2-5', plannedFte: '0.38', revision: 1 },
    warnings: [{ pointer: '/plannedFte', severity: 'warning' }],
  },
} as const;

export const recordOccupancy = {
  path: '/api/v1/occupancies',
  request: {
    position: 'kamen-k2-1',
    id: 'kamen-k2-1-9',
    personKey: 'KAM-77F2',
    from: '2025-02-01',
    to: '2025-04-30',
    share: '0.5',
    reason: 'Aushilfe nachgemeldet',
  },
  answer: { id: 'kamen-k2-1-9', position: 'kamen-k2-1', share: '0.5', cover: false },
} as const;

export const previewPosition = {
  path: '/api/v1/positions/kamen-k2-1/preview',
  request: {
    occupancies: [{ personKey: 'KAM-77F3', from: '2025-02-01', to: '2025-04-30', share: '0.5' }],
  },
  answer: {
    ...{ findings: [], vacancies: [], overfilled: [], elsewhere: [] },
    effects: [
      { year: 2025, subject: 'kamen-kim-2', difference: '7125.00' },
      { year: 2025, subject: 'bergkamen-kim-2', difference: '7125.00' },
    ],
  },
} as const;

export const recordOccupancies = {
  path: '/api/v1/occupancies/bulk',
  request: {
    rows: [
      {
        position: 'luenen-k2-5',
        personKey: 'LUE-90A1',
        from: '2026-01-01',
        to: '2026-02-28',
        share: '0.38',
      },
      { position: 'luenen-k2-5', personKey: 'LUE-90A2', from: '2026-03-01', share: '0.38' },
    ],
    reason: 'Meldung der Stadt Lünen vom 02.03.2026',
  },
  answer: { warnings: [] },
} as const;

export const movePosition = {
  path: '/api/v1/positions/luenen-k2-5/move',
  request: {
    on: '2026-05-01',
    id: 'luenen-k2-6',
    to: { placeOfWork: 'Lünen-Brambauer' },
    reason: 'Umzug in das Bürgerhaus',
  },
  answer: {
    ...{ id: 'luenen-k2-6', placeOfWork: 'Lünen-Brambauer', from: '2026-05-01' },
    occupancies: [{ personKey: 'LUE-90A2', from: '2026-05-01', share: '0.38' }],
  },
} as const;
