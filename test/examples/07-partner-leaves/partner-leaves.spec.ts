import { EffectsQueries } from '../../../src/amendments/effects.queries.js';
import { ContractsQueries } from '../../../src/contracts/contracts.queries.js';
import { ContractWriting } from '../../../src/contracts/contracts.js';
import { TerminateContractUseCase } from '../../../src/contracts/terminate-contract.use-case.js';
import { WithdrawTerminationUseCase } from '../../../src/contracts/withdraw-termination.use-case.js';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { formatEuro } from '../../../src/domain/money/amount-text.js';
import type { Cents } from '../../../src/domain/money/cents.js';
import { formatFte } from '../../../src/domain/proration/fte.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { BookQueries } from '../../../src/positions/book.queries.js';
import type { ContractDefinition } from '../../../src/programmes/definitions/definition.js';
import { changeOf, contract2025, line2025, notice2025, post2025 } from '../../support/amending.js';
import { aPartner, partnersOf } from '../../support/notice-builder.js';
import { appOnEachDatabase } from '../../support/open-app.js';
import { refusalOf } from '../../support/refusal-of.js';

const cities = contract2025(
  'kim-cities',
  [line2025('luenen', '5,0'), line2025('bergkamen', '4,0')],
  {
    inForceFrom: day('2024-01-01'),
    writtenOn: day('2023-12-04'),
  },
);
const awo = contract2025('kim-awo', [line2025('awo', '9,0')]);
const post = post2025('bergkamen-1', 'bergkamen-kim-2', { employer: 'bergkamen' });
const partners = ['luenen', 'bergkamen', 'awo'].map((id) => aPartner({ id, name: id }));
const euro = (amount: Cents | undefined) =>
  amount === undefined ? 'nichts' : formatEuro(amount).replace('\u00a0', ' ');

const posts = { kind: 'positions', positions: [post] } as const;
const given = [partnersOf(...partners), notice2025(), cities, awo, posts];

appOnEachDatabase({ given }, (app) => {
  const notice = (receivedOn: string) => ({
    ...{ contract: 'kim-cities', party: 'luenen' },
    receivedOn: day(receivedOn),
  });
  const preview = (receivedOn: string) =>
    app().get(TerminateContractUseCase).rehearse(changeOf('probe'), notice(receivedOn));
  const withdraw = (key: string) =>
    app().get(WithdrawTerminationUseCase).execute(changeOf(key), 'kim-cities');
  const entitled = async (line: string) => {
    const { lines } = await app()
      .get(BookQueries)
      .year({ year: 2025, on: day('2025-12-31') });
    return euro(lines.find((each) => each.line === line)?.amountCents);
  };
  const amendAwo = (share: string) =>
    app()
      .get(UnitOfWork)
      .run((tx) => {
        const [version] = awo.versions;
        if (version === undefined) throw new Error('the contract has a version');
        const next = { ...version, kind: 'amendment', lines: [line2025('awo', share)] } as const;
        const statement = { by: 'person:officer', reason: `AWO ${share}`, key: `awo-${share}` };
        return app().get(ContractWriting).addVersion(tx, awo.id, next, statement);
      });
  const city = async (): Promise<ContractDefinition> =>
    (
      await app()
        .get(ContractsQueries)
        .contract('kim-cities', { on: day('2025-06-30') })
    ).contract;

  it('counts the notice period back from the end of the year, Sunday or not', async () => {
    expect(await preview('2024-07-01')).toMatchObject({ endsOn: '2025-12-31', missedYear: true });
    expect(await preview('2024-06-30')).toMatchObject({
      ...{ endsOn: '2024-12-31', dueOn: '2024-06-30', safeOn: '2024-06-28' },
      ...{ missedYear: false, clause: '§ 15 Abs. 2' },
    });
  });

  it('shows what ends for whom before anything is entered', async () => {
    const { lines, lostFte, lostByYear } = await preview('2024-06-30');
    const told = lines.map(({ partner, own, byYear }) => [
      partner,
      own,
      euro(byYear[0]?.lostCents),
    ]);
    expect(told).toEqual([
      ['luenen', true, '275.000,00 €'],
      ['bergkamen', false, '220.000,00 €'],
    ]);
    expect(formatFte(lostFte)).toBe('9,0');
    expect(lostByYear.map(({ year, lostCents }) => [year, euro(lostCents)])).toEqual([
      [2025, '495.000,00 €'],
    ]);
    expect((await city()).termination).toBeUndefined();
    expect(await entitled('bergkamen-kim-2')).toBe('55.000,00 €');
  });

  it('names the posts on which people still are, and what their sums lose', async () => {
    const on = day('2025-12-31');
    const { posts, effects } = await app()
      .get(EffectsQueries)
      .ofTermination('kim-cities', day('2024-12-31'), { on });
    expect(posts.map(({ position, employer }) => [position, employer])).toEqual([
      ['bergkamen-1', 'bergkamen'],
    ]);
    const years = effects.years.filter(({ lines }) => lines.length > 0);
    expect(years.map(({ year, total }) => [year, euro(total.difference.entitledCents)])).toEqual([
      [2025, '-55.000,00 €'],
    ]);
  });

  it('ends for all, and gives back what it took', async () => {
    expect(await refusalOf(amendAwo('10,0'))).toContain('"holder":"notice-line:kim-2-2025"');
    await app().get(TerminateContractUseCase).execute(changeOf('ends'), notice('2024-06-30'));
    expect(await entitled('bergkamen-kim-2')).toBe('0,00 €');
    expect((await city()).termination).toMatchObject({ party: 'luenen', endsOn: '2024-12-31' });
    await amendAwo('10,0');
  });

  it('does not come back while others have the money, and comes back once they gave it back', async () => {
    expect(await refusalOf(withdraw('too-late'))).toContain('"holder":"notice-line:kim-2-2025"');
    await amendAwo('9,0');
    await withdraw('agreed');
    expect(await entitled('bergkamen-kim-2')).toBe('55.000,00 €');
    expect((await city()).termination).toBeUndefined();
  });
});
