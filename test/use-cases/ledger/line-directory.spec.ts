import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { cents } from '../../../src/domain/money/cents.js';
import { EnterByHandUseCase } from '../../../src/ledger/by-hand/enter-by-hand.use-case.js';
import { JournalQueries } from '../../../src/ledger/journal.queries.js';
import type { Dimensions, NewPosting } from '../../../src/ledger/ledger.js';
import { contract2025, line2025, notice2025 } from '../../support/amending.js';
import { aPartner, partnersOf } from '../../support/notice-builder.js';
import type { ContractVersionDefinition } from '../../../src/programmes/definitions/definition.js';
import { appOnEachDatabase, type OpenedApp } from '../../support/open-app.js';

const base = contract2025('kim-luenen', [line2025('luenen', '5,0')]);
const given = [partnersOf(aPartner()), notice2025(), base];

const LINE = {
  ...{ allocationLine: 'luenen-kim-2', contract: 'kim-luenen', partner: 'luenen' },
  ...{ programme: 'kim', component: 'kim-2' },
};

appOnEachDatabase({ given }, (app) => {
  let count = 0;
  const entered = async (one: OpenedApp, stated: Dimensions): Promise<unknown> => {
    const postings: readonly NewPosting[] = [
      { ...stated, account: 'advances', cents: cents(500n) },
      { account: 'cash', cents: cents(-500n) },
    ];
    count += 1;
    const change = { by: 'person:a', reason: 'Test', key: `directory-${count.toString()}` };
    const entry = { effectiveOn: day('2026-02-10'), postings };
    const id = await one.get(EnterByHandUseCase).execute(change, entry);
    return (await one.get(JournalQueries).entry(id)).postings[0];
  };
  const inYear = { allocationLine: 'luenen-kim-2', budgetYear: 2025 };

  it('tells from a line and its year all that belongs to them', async () => {
    expect(await entered(app(), inYear)).toEqual({
      ...{ line: 1, account: 'advances', cents: 500n },
      ...{ ...LINE, budgetYear: 2025, noticeLine: 'kim-2-2025' },
    });
  });

  it('names no notice line for a year that none funds', async () => {
    const told = await entered(app(), { allocationLine: 'luenen-kim-2', budgetYear: 2031 });
    expect(told).toEqual({
      ...{ line: 1, account: 'advances', cents: 500n },
      ...{ ...LINE, budgetYear: 2031 },
    });
  });

  it('tells from a notice line its year, component and programme', async () => {
    expect(await entered(app(), { noticeLine: 'kim-2-2025' })).toMatchObject({
      ...{ noticeLine: 'kim-2-2025', budgetYear: 2025, component: 'kim-2', programme: 'kim' },
    });
  });

  it('tells from a contract and from a component their programme', async () => {
    expect(await entered(app(), { contract: 'kim-luenen' })).toMatchObject({ programme: 'kim' });
    expect(await entered(app(), { component: 'kim-2' })).toMatchObject({ programme: 'kim' });
  });

  it('keeps a claim as it is named: nobody keeps claims yet', async () => {
    expect(await entered(app(), { claim: 'claim-1' })).toMatchObject({ claim: 'claim-1' });
  });

  it('follows a contract that changes, also in another instance', async () => {
    const other = await app().another();
    for (const one of [app(), other]) {
      expect(await entered(one, inYear)).toMatchObject({ noticeLine: 'kim-2-2025' });
    }
    const own = { source: 'own-funds', year: 2025, note: 'der Kreis zahlt selbst' } as const;
    const [first] = base.versions;
    const amended = {
      ...{ ...first, number: 2, kind: 'amendment', title: '1. Änderung' },
      ...{ inForceFrom: day('2025-06-01'), lines: [line2025('luenen', '5,0', { funding: [own] })] },
    } as ContractVersionDefinition;
    await app().record({ ...base, versions: [...base.versions, amended] });
    for (const one of [app(), other]) {
      expect(await entered(one, inYear)).not.toHaveProperty('noticeLine');
    }
  });
});
