import { ACCESS_TABLE } from '../../../../src/access.table.js';
import { AccessGuard } from '../../../../src/identity/access/access-guard.js';
import { NOBODY } from '../../../../src/identity/identity.js';
import { stopped, type Refusal } from '../refusal.js';

export const refusal: Refusal = {
  provoke: ({ app }) => {
    const row = ACCESS_TABLE.row('GET /vertraege/:id');
    const who = { ...NOBODY, ref: 'person:anna', lacksSecondFactor: true } as const;
    if (row === undefined) throw new Error('there are contracts');
    return stopped(() => app.app.get(AccessGuard).admit(row, who, { id: 'kim-cities' }));
  },
  expected: {
    status: 403,
    facts: {},
    detail:
      'Für Anordnung und Verwaltung der Konten verlangt Ihr Haus einen zweiten Faktor (SECOND_FACTOR). ' +
      'Bis er eingerichtet ist, steht Ihnen hier nichts offen.',
  },
};
