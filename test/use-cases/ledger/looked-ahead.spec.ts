import { Ledger } from '../../../src/ledger/ledger.js';
import { lookAhead } from '../../../src/platform/database/look-ahead.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { anEntry } from '../../support/entries.js';
import { appOnEachDatabase } from '../../support/open-app.js';

appOnEachDatabase({}, (app) => {
  it('enters what a look ahead has entered and taken back before', async () => {
    const dimensions = { contract: 'looked-ahead', budgetYear: 2025 };
    const entry = anEntry({ cash: '1,00', unallocated: '-1,00' }, { dimensions });
    const ledger = app().get(Ledger);
    const unitOfWork = app().get(UnitOfWork);
    await unitOfWork.run((tx) =>
      lookAhead(tx, async () => {
        await ledger.append(tx, entry);
        await ledger.append(tx, entry);
      }),
    );
    for (const _ of [1, 2, 3]) await unitOfWork.run((tx) => ledger.append(tx, entry));
    const [row] = await app().reader.all<{ count: string | number }>(
      `select count(*) as count from ledger_posting p
       join ledger_assignment a on a.id = p.assignment_id where a.contract = 'looked-ahead'`,
    );
    expect(Number(row?.count)).toBe(6);
  });
});
