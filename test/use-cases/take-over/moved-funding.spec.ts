import { ContractWriting } from '../../../src/contracts/contracts.js';
import { LedgerQueries } from '../../../src/ledger/ledger.queries.js';
import { VerifyBookUseCase } from '../../../src/ledger/verify-book.use-case.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { LineFunding } from '../../../src/programmes/definitions/definition.js';
import { RecordTakeOverUseCase } from '../../../src/take-over/record-take-over.use-case.js';
import { TakeOverQueries } from '../../../src/take-over/take-over.queries.js';
import { changeOf, contract2025, line2025, LINE_2025 } from '../../support/amending.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { GIVEN_2025, takeOver2025 } from '../../support/taking-over.js';

const CASE = 'awo-kim-2/2025';

appOnEachDatabase({ given: GIVEN_2025 }, (app) => {
  /** The contract, amended from its first day on: somebody else pays for the line. */
  const payBy = (funding: LineFunding, number: number) => {
    const line = line2025('awo', '1,0');
    const [version] = contract2025('kim-awo', [{ ...line, funding: [funding] }]).versions;
    if (version === undefined) throw new Error('the contract has a version');
    const amended = { ...version, kind: 'amendment', title: `${number}. Änderung` } as const;
    const statement = { by: 'person:officer', reason: 'anders bezahlt', key: `pay-${number}` };
    return app()
      .get(UnitOfWork)
      .run((tx) => app().get(ContractWriting).addVersion(tx, 'kim-awo', amended, statement));
  };
  const lineSums = async () => {
    const balances = await app().get(LedgerQueries).balances({ allocationLine: 'awo-kim-2' });
    return balances
      .filter(({ cents }) => cents !== 0n)
      .map(({ account, noticeLine = 'own', cents }) => `${account} ${noticeLine} ${cents}`)
      .toSorted();
  };
  const entry = async () =>
    (await app().get(TakeOverQueries).takeOver('kim-2025')).entries.get(CASE);
  const broken = async () =>
    (await app().get(VerifyBookUseCase).execute()).flatMap((verdict) => verdict.broken);

  it('stands on the notice line that pays for it', async () => {
    await app().get(RecordTakeOverUseCase).execute(changeOf('take-over'), takeOver2025());
    expect(await lineSums()).toContain(`earmarked ${LINE_2025} 5231044`);
  });

  it('goes where its year is paid from later: reversed, and posted there', async () => {
    const [before, standing] = [await entry(), await lineSums()];
    await payBy({ source: 'own-funds', year: 2025 }, 1);
    const sums = await lineSums();
    expect(sums.filter((sum) => !sum.includes(' own '))).toEqual([]);
    expect(sums.some((sum) => sum.startsWith('earmarked'))).toBe(false);
    expect(await entry()).not.toBe(before);
    expect(await broken()).toEqual([]);
    await payBy({ source: 'notice-line', noticeLine: LINE_2025, year: 2025 }, 2);
    expect(await lineSums()).toEqual(standing);
    expect(await broken()).toEqual([]);
  });

  it('stays where it is while only figures change', async () => {
    const before = await entry();
    const { fact } = { fact: contract2025('kim-awo', [line2025('awo', '1,0')]) };
    const [version] = fact.versions;
    if (version === undefined) throw new Error('the contract has a version');
    const text = { ...version, kind: 'amendment', title: '3. Änderung' } as const;
    const statement = { by: 'person:officer', reason: 'nur Text', key: 'text' };
    await app()
      .get(UnitOfWork)
      .run((tx) => app().get(ContractWriting).addVersion(tx, 'kim-awo', text, statement));
    expect(await entry()).toBe(before);
  });
});
