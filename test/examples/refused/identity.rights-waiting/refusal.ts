import { ACCESS_TABLE } from '../../../../src/access.table.js';
import { AccessGuard } from '../../../../src/identity/access/access-guard.js';
import { NOBODY } from '../../../../src/identity/identity.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: ({ app }) => {
    const row = ACCESS_TABLE.row('GET /vertraege/:id');
    if (row === undefined) throw new Error('there are contracts');
    const who = { ...NOBODY, ref: 'person:anna' };
    return stopped(() => app.app.get(AccessGuard).admit(row, who, { id: 'kim-cities' }));
  },
  expected: {
    status: 403,
    facts: {},
    detail:
      'Eine zweite Person der Verwaltung muss sie noch bestätigen. Sie wird Sie dazu fragen; melden ' +
      'Sie sich danach neu an. Unter „Mein Konto“ sehen Sie, wie es steht.',
  },
};
