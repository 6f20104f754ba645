import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { cents } from '../../../src/domain/money/cents.js';
import { EnterByHandUseCase } from '../../../src/ledger/by-hand/enter-by-hand.use-case.js';
import { JournalQueries } from '../../../src/ledger/journal.queries.js';
import { UnitOfWork, type SqlValue } from '../../../src/platform/database/unit-of-work.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { change, contractOf, GIVEN, steps } from './amending.js';

type Row = Record<string, SqlValue>;

appOnEachDatabase({ given: GIVEN }, (app) => {
  const line = { allocationLine: 'luenen-kim-2', budgetYear: 2023 };

  /** The partner that an entry is found under which names only the line and the year. */
  const partnerOfNext = async (): Promise<string | undefined> => {
    const id = await app()
      .get(EnterByHandUseCase)
      .execute(change('berichtigt'), {
        effectiveOn: day('2023-05-02'),
        postings: [
          { account: 'advances', cents: cents(500n), ...line },
          { account: 'in-transit', cents: cents(-500n), ...line },
        ],
      });
    const { postings } = await app().get(JournalQueries).entry(id);
    return postings[0]?.partner;
  };

  /** As another instance does it: this one is not told. */
  const moveTo = (partner: string): Promise<void> =>
    app()
      .get(UnitOfWork)
      .run(async (tx) => {
        const [row] = await tx.all<Row>(
          `select * from allocation_line where line_id = 'luenen-kim-2' order by revision desc limit 1`,
        );
        const moved: Row = { ...row, partner_id: partner, revision: Number(row?.['revision']) + 1 };
        const columns = Object.keys(moved);
        await tx.run(
          `insert into allocation_line (${columns.join(', ')})
           values (${columns.map(() => '?').join(', ')})`,
          Object.values(moved),
        );
      });

  it('follows a line that is changed between two entries, though it keeps what it knows', async () => {
    await steps(app()).record(contractOf('luenen', '5.0'));
    expect(await partnerOfNext()).toBe('luenen');
    expect(await partnerOfNext()).toBe('luenen');
    await moveTo('selm');
    expect(await partnerOfNext()).toBe('selm');
  });
});
