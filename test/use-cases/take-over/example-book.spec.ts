import { cents, sumCents } from '../../../src/domain/money/cents.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { isOffBalance } from '../../../src/ledger/ledger.js';
import {
  LedgerQueries,
  type Balance,
  type BalanceFilter,
} from '../../../src/ledger/ledger.queries.js';
import { Contracts, fundingOfYear, lineIdsOf } from '../../../src/contracts/contracts.js';
import { TakeOverQueries } from '../../../src/take-over/take-over.queries.js';
import { sidesOf } from '../../examples/ledger-story.js';
import { appOnEachDatabase } from '../../support/open-app.js';

const sumOf = (balances: readonly Balance[]) => sumCents(balances.map((balance) => balance.cents));

appOnEachDatabase({ kind: 'example' }, (app) => {
  const balances = (filter: BalanceFilter = {}) => app().get(LedgerQueries).balances(filter);
  const details = async () => {
    const queries = app().get(TakeOverQueries);
    const all = await queries.takeOvers();
    return Promise.all(all.map(({ id }) => queries.takeOver(id)));
  };

  it('takes every contract line over that the Kreis forwarded from 2022 to 2025', async () => {
    const taken = new Set(
      (await details()).flatMap(({ takeOver }) =>
        takeOver.lines.map(({ line, year }) => `${line}/${year.toString()}`),
      ),
    );
    const contracts = await app().get(Contracts).contracts(app().reader);
    const due = contracts
      .map(({ fact }) => fact)
      .filter(({ forwardedBy, direction }) => forwardedBy === 'kreis' && direction !== 'refund')
      .flatMap((contract) =>
        lineIdsOf(contract).flatMap((line) =>
          [2022, 2023, 2024, 2025]
            .filter((year) => fundingOfYear(contract, line, year) !== undefined)
            .map((year) => `${line}/${year.toString()}`),
        ),
      );
    expect(due.filter((id) => !taken.has(id))).toEqual([]);
    expect(taken.size).toBe(due.length);
  });

  it('has balanced books, on and off the balance sheet', async () => {
    const all = await balances();
    for (const off of [true, false]) {
      expect(sumOf(all.filter(({ account }) => isOffBalance(account) === off))).toBe(0n);
    }
  });

  it('has on each notice line the cash that the treasury has', async () => {
    const groups = (await details()).flatMap((detail) => detail.groups);
    for (const { notice, reconciliation } of groups) {
      expect(reconciliation.computedCents).toBe(reconciliation.treasuryCents);
      if (notice === undefined) continue;
      const cash = await balances({ account: 'cash', noticeLine: notice.noticeLine });
      expect([notice.noticeLine, sumOf(cash)]).toEqual([
        notice.noticeLine,
        reconciliation.treasuryCents,
      ]);
    }
  });

  it('has on each line what stood open on the key date', async () => {
    const lines = (await details()).flatMap(({ groups }) => groups.flatMap((group) => group.lines));
    for (const { taken, open } of lines) {
      const filter = { allocationLine: taken.line, budgetYear: taken.year };
      const of = async (account: 'advances' | 'in-transit' | 'recovery-claims') =>
        sumOf(await balances({ ...filter, account }));
      expect([taken.line, taken.year, await of('advances'), await of('in-transit')]).toEqual([
        ...[taken.line, taken.year, open.advancesCents, cents(-open.inTransitCents)],
      ]);
      expect(await of('recovery-claims')).toBe(open.recoveryClaimsCents);
    }
  });

  it('has settled Lünen KIM II 2023: no advance, no commitment, nothing owed', async () => {
    const standing = await balances({ allocationLine: 'luenen-kim-2', budgetYear: 2023 });
    expect(sidesOf(standing)).toEqual({ cash: '-271.440,44', earmarked: '271.440,44' });
    expect(sumOf(await balances({ account: 'earmarked', noticeLine: 'kim-2-2023' }))).toBe(0n);
  });

  it('has trouble on purpose: an unproven year, an open claim with interest, money on its way', async () => {
    const one = async (filter: BalanceFilter) => sumOf(await balances(filter));
    const account = 'advances';
    expect(await one({ account, allocationLine: 'umweltwerkstatt-kim-2', budgetYear: 2024 })).toBe(
      parseEuro('57.000,00'),
    );
    expect(await one({ account: 'interest-claims' })).toBe(parseEuro('112,40'));
    expect(await one({ account: 'in-transit' })).toBe(parseEuro('-87.925,00'));
    expect(await one({ account: 'refunds-owed', noticeLine: 'kim-2-2024' })).toBe(
      parseEuro('-57.000,00'),
    );
  });
});
