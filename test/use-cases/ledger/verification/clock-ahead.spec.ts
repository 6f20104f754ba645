import { Ledger } from '../../../../src/ledger/ledger.js';
import { UnitOfWork } from '../../../../src/platform/database/unit-of-work.js';
import { chainedIn } from '../../../support/chained-in.js';
import { anEntry } from '../../../support/entries.js';
import { appOnEachDatabase } from '../../../support/open-app.js';
import { ledgerReport } from '../../../support/verify-ledger.js';

appOnEachDatabase({}, (app) => {
  it('notes a clock that has put the future into the chain', async () => {
    expect((await ledgerReport(app())).notes.join()).not.toContain('Uhr');
    const now = app().clock.now();
    app().clock.moveTo('2031-01-01T00:00:00Z');
    await app()
      .get(UnitOfWork)
      .run((tx) =>
        app()
          .get(Ledger)
          .append(tx, anEntry({ cash: '1,00', 'cost-income': '-1,00' }, { on: '2025-06-01' })),
      );
    await chainedIn(app().reader);
    app().clock.moveTo(now);
    const { notes, discrepancies } = await ledgerReport(app());
    expect(discrepancies).toEqual([]);
    expect(notes.join()).toContain('erst am 2031-01-01T00:00:00.000Z aufgenommen');
  });
});
