import { Ledger } from '../../../../src/ledger/ledger.js';
import { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { anEntry } from '../../../support/entries.js';
import { stopped, type Refusal } from '../refusal.js';

const order = anEntry(
  {
    ...{ advances: '500,00', 'in-transit': '-500,00' },
    ...{ 'commitments-contra': '500,00', commitments: '-500,00' },
  },
  {
    ...{ kind: 'order', on: '2026-02-27' },
    dimensions: { allocationLine: 'neue-zeile', budgetYear: 2026 },
  },
);

export const refusal: Refusal = {
  provoke: ({ app: { app } }) =>
    stopped(() =>
      app
        .get(UnitOfWork, { strict: false })
        .run((tx) => app.get(Ledger, { strict: false }).append(tx, order)),
    ),
  expected: {
    status: 422,
    facts: { account: 'commitments', line: 'neue-zeile', budgetYear: 2026, cents: '-50000' },
    detail:
      'Das Konto „Vertragliche Bindungen“ stünde für die Zeile „neue-zeile“ im Haushaltsjahr 2026 ' +
      'mit 500,00\u00a0€ auf der falschen Seite. Es wurde nichts gebucht.',
  },
};
