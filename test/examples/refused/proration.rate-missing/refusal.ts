import { parsePlainDate as day } from '../../../../src/domain/calendar/plain-date.js';
import { anUnfundedPosition } from '../../../support/notice-builder.js';
import { stopped, type Refusal } from '../refusal.js';

const post = anUnfundedPosition({
  id: 'kreis-assistant',
  component: 'kim-3',
  employer: 'kreis',
  from: day('2025-01-01'),
  own: {
    rateKind: 'assistant',
    withMaterial: false,
    funding: [{ year: 2025, noticeLine: 'kim-3-2025' }],
  },
  occupancies: [],
});

export const refusal: Refusal = {
  provoke: ({ record }) => stopped(() => record({ kind: 'positions', positions: [post] })),
  expected: {
    status: 422,
    facts: { from: '2025-01-01', firstRate: '' },
    detail: 'Für die Stelle ist kein Jahressatz hinterlegt.',
  },
};
