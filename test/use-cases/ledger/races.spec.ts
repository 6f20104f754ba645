import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { sumCents } from '../../../src/domain/money/cents.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { Ledger } from '../../../src/ledger/ledger.js';
import { SumOverdrawn } from '../../../src/ledger/ledger.errors.js';
import { LedgerQueries } from '../../../src/ledger/ledger.queries.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { anEntry } from '../../support/entries.js';
import { appOnEachDatabase, type OpenedApp } from '../../support/open-app.js';

/** How many won; every other one was told the given code. */
async function won(work: readonly Promise<unknown>[], code: string): Promise<number> {
  const outcomes = await Promise.all(
    work.map((each) =>
      each.then(
        () => 'won',
        (error: unknown) => (error as { code?: string }).code,
      ),
    ),
  );
  expect(outcomes.filter((one) => one !== 'won' && one !== code)).toEqual([]);
  return outcomes.filter((one) => one === 'won').length;
}

appOnEachDatabase({}, (app) => {
  let instances: readonly OpenedApp[] = [];

  beforeAll(async () => {
    instances = [app(), await app().another()];
  }, 60_000);

  const each = <T>(count: number, work: (one: OpenedApp) => Promise<T>): readonly Promise<T>[] =>
    Array.from({ length: count }, (_, at) => work(instances[at % 2] as OpenedApp));

  const commit = (one: OpenedApp, line: string, amount: string) =>
    one
      .get(UnitOfWork)
      .run((tx) =>
        one
          .get(Ledger)
          .append(
            tx,
            anEntry(
              { commitments: amount, 'commitments-contra': `-${amount}` },
              { kind: 'commitment', dimensions: { allocationLine: line, budgetYear: 2025 } },
            ),
          ),
      );

  /** An order that draws the commitment of the line. */
  const order = (one: OpenedApp, line: string, amount: string) =>
    one.get(UnitOfWork).run((tx) =>
      one.get(Ledger).append(
        tx,
        anEntry(
          {
            ...{ advances: amount, 'in-transit': `-${amount}` },
            ...{ 'commitments-contra': amount, commitments: `-${amount}` },
          },
          { kind: 'order', dimensions: { allocationLine: line, budgetYear: 2025 } },
        ),
      ),
    );

  const standing = async (account: 'commitments' | 'advances', allocationLine: string) => {
    const balances = await app().get(LedgerQueries).balances({ account, allocationLine });
    return sumCents(balances.map(({ cents }) => cents));
  };

  it.each([1, 2, 3])(
    'gives the last euro to exactly one of two orders (round %d)',
    async (round) => {
      const line = `last-euro-${round.toString()}`;
      await commit(app(), line, '1,00');
      const orders = each(2, (one) => order(one, line, '1,00'));
      expect(await won(orders, 'ledger.sum-overdrawn')).toBe(1);
      expect(await standing('commitments', line)).toBe(0n);
      expect(await standing('advances', line)).toBe(100n);
    },
  );

  it('gives 40 of 50 orders what is there, and not a cent more', async () => {
    await commit(app(), 'forty', '4.000,00');
    const orders = each(50, (one) => order(one, 'forty', '100,00'));
    expect(await won(orders, 'ledger.sum-overdrawn')).toBe(40);
    expect(await standing('commitments', 'forty')).toBe(0n);
  });

  it('holds what a use case looks at before it decides', async () => {
    const ceiling = parseEuro('100,00');
    const draw = (one: OpenedApp) =>
      one.get(UnitOfWork).run(async (tx) => {
        const ledger = one.get(Ledger);
        await ledger.hold(tx, ['allocation-line:held/2025']);
        const dimensions = { allocationLine: 'held', budgetYear: 2025 };
        const drawn = await ledger.sums(tx, { accounts: ['cash'], ...dimensions });
        const left = ceiling + sumCents(drawn.map(({ cents }) => cents));
        if (left < parseEuro('60,00')) throw new SumOverdrawn({ account: 'cash', line: 'held' });
        await ledger.append(
          tx,
          anEntry({ cash: '-60,00', unallocated: '60,00' }, { kind: 'payment', dimensions }),
        );
      });
    expect(await won(each(8, draw), 'ledger.sum-overdrawn')).toBe(1);
  });

  it.each([1, 2, 3])('takes an entry back once, however many ask (round %d)', async () => {
    const entry = await app()
      .get(UnitOfWork)
      .run((tx) =>
        app()
          .get(Ledger)
          .append(tx, anEntry({ cash: '5,00', unallocated: '-5,00' })),
      );
    const reversals = each(8, (one) =>
      one.get(UnitOfWork).run((tx) =>
        one.get(Ledger).reverse(tx, {
          ...{ entry, effectiveOn: day('2025-05-02'), text: 'zurück' },
          ...{ actors: { entered: 'system:test' }, commandKey: 'back' },
        }),
      ),
    );
    expect(await won(reversals, 'ledger.already-reversed')).toBe(1);
  });

  it('posts opposite ways at once without a circle of waiting', async () => {
    const commitment = (allocationLine: string) =>
      anEntry(
        { commitments: '1,00', 'commitments-contra': '-1,00' },
        { kind: 'commitment', dimensions: { allocationLine, budgetYear: 2025 } },
      );
    const both = (one: OpenedApp, lines: readonly string[]) =>
      one.get(UnitOfWork).run((tx) => one.get(Ledger).appendAll(tx, lines.map(commitment)));
    await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        both(instances[at % 2] as OpenedApp, at % 2 ? ['left', 'right'] : ['right', 'left']),
      ),
    );
    expect(await standing('commitments', 'left')).toBe(2_000n);
    expect(await standing('commitments', 'right')).toBe(2_000n);
  });
});
