import type { Instant } from '../../../src/domain/calendar/instant.js';
import type { PlainDate } from '../../../src/domain/calendar/plain-date.js';
import { cents } from '../../../src/domain/money/cents.js';
import { Ledger } from '../../../src/ledger/ledger.js';
import { LedgerQueries } from '../../../src/ledger/ledger.queries.js';
import { RegisterQueries, type RegisterFilter } from '../../../src/ledger/register.queries.js';
import { TurnoverQueries } from '../../../src/ledger/turnover.queries.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { chainedIn } from '../../support/chained-in.js';
import { appOnEachDatabase } from '../../support/open-app.js';

const LINE = {
  allocationLine: 'line-a',
  contract: 'contract-a',
  partner: 'partner-a',
  budgetYear: 2025,
};
const FIRST = '2026-03-02T08:00:00.000Z' as Instant;

appOnEachDatabase({}, (app) => {
  const enter = (kind: 'order' | 'adjustment', effectiveOn: string, amount: bigint, text = 'x') =>
    app()
      .get(UnitOfWork)
      .run((tx) =>
        app()
          .get(Ledger)
          .append(tx, {
            ...{ kind, text, subject: 'document:x', actors: { entered: 'person:test' } },
            effectiveOn: effectiveOn as PlainDate,
            commandKey: text,
            postings: [
              { account: 'advances', cents: cents(amount), ...LINE },
              { account: 'in-transit', cents: cents(-amount), ...LINE },
            ],
          }),
      );
  const filter: RegisterFilter = { account: 'advances', ...LINE };
  const register = (more: Partial<RegisterFilter> = {}, after = '', limit = 100) =>
    app()
      .get(RegisterQueries)
      .page({ ...filter, ...more }, { after, limit });
  const day = (text: string) => text as PlainDate;

  beforeAll(async () => {
    // Backdated ones last, and three on one day: the order is that of days, then of entering.
    for (const [on, amount] of [
      ...([
        ['2025-03-10', 100n],
        ['2025-03-10', 20n],
        ['2025-03-10', 3n],
      ] as const),
      ...([
        ['2025-07-01', 1000n],
        ['2026-02-01', 5000n],
        ['2025-01-31', 7n],
      ] as const),
    ]) {
      await enter('order', on, amount);
    }
    await chainedIn(app().reader);
  });

  it('tells postings in the order of their days, with what stood after each', async () => {
    const { rows, openingCents, closingCents, next } = await register();
    expect(rows.map(({ effectiveOn, balanceCents }) => [effectiveOn, balanceCents])).toEqual([
      ...[
        ['2025-01-31', 7n],
        ['2025-03-10', 107n],
        ['2025-03-10', 127n],
      ],
      ...[
        ['2025-03-10', 130n],
        ['2025-07-01', 1130n],
        ['2026-02-01', 6130n],
      ],
    ]);
    expect([openingCents, closingCents, next]).toEqual([0n, 6130n, null]);
    expect(rows[0]?.dimensions).toEqual(LINE);
  });

  it('adds up more than a double can hold', async () => {
    const LARGEST = 9_007_199_254_740_991n;
    const line = { ...LINE, allocationLine: 'line-b', contract: 'contract-b' };
    await app()
      .get(UnitOfWork)
      .run((tx) =>
        app()
          .get(Ledger)
          .appendAll(
            tx,
            ['2025-01-05', '2025-02-05', '2025-03-05'].map((on) => ({
              ...{ kind: 'order' as const, text: 'much', subject: 'document:much' },
              ...{ actors: { entered: 'person:test' }, commandKey: 'much' },
              effectiveOn: on as PlainDate,
              postings: [
                { account: 'in-transit' as const, cents: cents(-LARGEST), ...line },
                { account: 'advances' as const, cents: cents(LARGEST), ...line },
              ],
            })),
          ),
      );
    const balances = await app()
      .get(LedgerQueries)
      .balances({ contract: 'contract-b', account: 'advances' });
    expect(balances.map((each) => each.cents)).toEqual([3n * LARGEST]);
    const page = await register({ contract: 'contract-b', allocationLine: 'line-b' });
    expect(page.closingCents).toBe(3n * LARGEST);
    await chainedIn(app().reader);
  });

  it('goes on where the page before ended, also within a day', async () => {
    const seen: bigint[] = [];
    let after = '';
    for (let page = 0; page < 9; page += 1) {
      const { rows, next, openingCents, closingCents } = await register({}, after, 2);
      expect(openingCents).toBe(seen.reduce((sum, amount) => sum + amount, 0n));
      expect(closingCents).toBe(6130n);
      seen.push(...rows.map((row) => row.cents));
      if (next === null) break;
      after = next;
    }
    expect(seen).toEqual([7n, 100n, 20n, 3n, 1000n, 5000n]);
  });

  it('carries what stood there before the first day, and ends with the last', async () => {
    const page = await register({ from: day('2025-03-10'), to: day('2025-12-31') });
    expect(page.openingCents).toBe(7n);
    expect(page.rows.map((row) => row.cents)).toEqual([100n, 20n, 3n, 1000n]);
    expect(page.closingCents).toBe(1130n);
  });

  it('begins anew with a place that it cannot read', async () => {
    const { rows } = await register({}, "2025-01-31_' or 1=1_1");
    expect(rows).toHaveLength(6);
  });

  it('tells what was known at an earlier instant, and agrees with the balances', async () => {
    app().clock.moveTo('2026-03-03T08:00:00.000Z');
    const late = await enter('adjustment', '2025-03-11', 400n, 'late');
    await chainedIn(app().reader);
    app().clock.moveTo('2026-03-04T08:00:00.000Z');
    const before = await register({ knownAt: FIRST });
    expect(before.rows.map((row) => row.cents)).toEqual([7n, 100n, 20n, 3n, 1000n, 5000n]);
    expect(before.closingCents).toBe(6130n);
    const now = await register({});
    expect(now.rows.map(({ entry }) => entry)).toContain(late);
    expect(now.rows.at(-1)?.balanceCents).toBe(now.closingCents);
  });

  it('adds up by kind; what was taken back counts with its own kind', async () => {
    const wrong = await enter('adjustment', '2026-02-02', 50n, 'wrong');
    await app()
      .get(UnitOfWork)
      .run((tx) =>
        app()
          .get(Ledger)
          .reverse(tx, {
            ...{ entry: wrong, effectiveOn: day('2026-02-03'), text: 'wrong', commandKey: 'back' },
            actors: { entered: 'person:test' },
          }),
      );
    const turnovers = app().get(TurnoverQueries);
    const asked = { accounts: ['advances'] as const, contract: 'contract-a' };
    const byKind = async (more: object) =>
      Object.fromEntries(
        (await turnovers.turnovers({ ...asked, ...more })).map((each) => [each.kind, each.cents]),
      );
    expect(await byKind({})).toEqual({ order: 6130n, adjustment: 400n });
    expect(await byKind({ asOf: day('2026-02-02') })).toEqual({ order: 6130n, adjustment: 450n });
    expect(await byKind({ knownAt: FIRST })).toEqual({ order: 6130n });
  });
});
