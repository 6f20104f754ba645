import { Calculations } from '../../../../src/calculations/calculations.js';
import { parsePlainDate as day } from '../../../../src/domain/calendar/plain-date.js';
import { marginOn } from '../../../../src/domain/interest/rates.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: ({ app }) =>
    stopped(() =>
      marginOn(day('2001-12-31'), 'hhg-29-5', app.app.get(Calculations).interestTables().margins),
    ),
  expected: {
    status: 422,
    facts: { day: '2001-12-31', basis: 'hhg-29-5' },
    detail: 'Für den 31.12.2001 ist zu dieser Rechtsgrundlage kein Zinsaufschlag hinterlegt.',
  },
};
