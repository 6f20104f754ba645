import { RecordPersonUseCase } from '../../../../src/identity/people/record-person.use-case.js';
import { stopped, type Refusal } from '../refusal.js';

const change = { by: 'system:tests', reason: 'Aushilfe', key: 'roles-apart' };

export const refusal: Refusal = {
  provoke: ({ app: { app } }) =>
    stopped(() =>
      app.get(RecordPersonUseCase).execute(change, {
        ...{ name: 'Renate Beispiel', mail: 'aushilfe@kreis-unna.example' },
        roles: ['approver', 'treasury'],
      }),
    ),
  expected: {
    status: 422,
    facts: { roles: 'approver, treasury' },
    detail:
      'Gewählt: Anordnung, Kasse. Sachbearbeitung, Anordnung und Controlling dürfen ' +
      'zusammen vergeben werden; Kasse, Prüfung, Verwaltung und Weiterleitungsempfänger stehen ' +
      'allein (§ 28 Abs. 5, § 31 KomHVO NRW).',
  },
};
