import { parsePlainDate as day } from '../../../../src/domain/calendar/plain-date.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: ({ modules }) =>
    stopped(() => modules.programmes.rateOf('kim-2', 'staff', day('2019-06-30'))),
  expected: {
    status: 422,
    facts: { component: 'kim-2', kind: 'staff', on: '2019-06-30' },
    detail: 'Für den Baustein kim-2 ist am 30.06.2019 kein Jahressatz für Personal bekannt.',
  },
};
