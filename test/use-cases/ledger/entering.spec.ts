import fc from 'fast-check';
import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { cents } from '../../../src/domain/money/cents.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import {
  assignmentText,
  chainHash,
  chainText,
  entryText,
} from '../../../src/ledger/chain/content.rules.js';
import { Ledger } from '../../../src/ledger/ledger.js';
import { LedgerQueries } from '../../../src/ledger/ledger.queries.js';
import { canonicalJson } from '../../../src/platform/database/canonical-json.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { anEntry } from '../../support/entries.js';
import { chainedIn } from '../../support/chained-in.js';
import { appOnEachDatabase } from '../../support/open-app.js';

const line = {
  ...{ contract: 'kim-cities', allocationLine: 'luenen-kim-2', partner: 'luenen' },
  budgetYear: 2025,
};

appOnEachDatabase({}, (app) => {
  const append = (...entries: ReturnType<typeof anEntry>[]) =>
    app()
      .get(UnitOfWork)
      .run((tx) => app().get(Ledger).appendAll(tx, entries));
  const chain = async () => {
    await chainedIn(app().reader);
    return app().reader.all<{
      sequence: string;
      item_kind: string;
      item_id: string;
      previous_hash: string;
      hash: string;
    }>('select * from ledger_chain order by sequence');
  };

  it('chains the chart of accounts when the book is opened', async () => {
    const links = await chain();
    expect(links.length).toBeGreaterThan(20);
    expect(links.every(({ item_kind }) => item_kind === 'account')).toBe(true);
  });

  it('enters, sums and chains', async () => {
    const [id] = await append(
      anEntry({ advances: '1.000,00', cash: '-1.000,00' }, { dimensions: line }),
    );
    const links = await chain();
    expect(links.at(-1)).toMatchObject({ item_id: id, item_kind: 'entry' });
    expect(links.at(-1)?.previous_hash).toBe(links.at(-2)?.hash);
    const balances = await app().get(LedgerQueries).balances({ contract: 'kim-cities' });
    expect(balances).toEqual([
      { account: 'advances', ...line, cents: parseEuro('1.000,00') },
      { account: 'cash', ...line, cents: parseEuro('-1.000,00') },
    ]);
  });

  it('tells balances as of a day and as known at an instant', async () => {
    const contract = { contract: 'as-of', budgetYear: 2025 };
    const sides = { advances: '10,00', cash: '-10,00' };
    app().clock.moveTo('2026-03-02T09:00:00Z');
    await append(anEntry(sides, { on: '2025-02-10', dimensions: contract }));
    await chain();
    const before = app().clock.now();
    app().clock.moveTo('2026-03-02T10:00:00Z');
    await append(anEntry(sides, { on: '2025-01-31', dimensions: contract }));
    const asOf = async (text: string, narrow: boolean, knownAt?: typeof before) => {
      const balances = await app()
        .get(LedgerQueries)
        .balances({
          account: 'advances',
          asOf: day(text),
          ...(narrow && contract),
          ...(knownAt && { knownAt }),
        });
      return balances
        .filter((balance) => balance.contract === 'as-of')
        .map((balance) => balance.cents);
    };
    for (const narrow of [true, false]) {
      expect(await asOf('2025-01-30', narrow)).toEqual([0n]);
      expect(await asOf('2025-01-31', narrow)).toEqual([1_000n]);
      expect(await asOf('2025-02-09', narrow)).toEqual([1_000n]);
      expect(await asOf('2025-02-10', narrow)).toEqual([2_000n]);
      expect(await asOf('2025-02-09', narrow, before)).toEqual([0n]);
      expect(await asOf('2025-12-31', narrow, before)).toEqual([1_000n]);
    }
  });

  it('takes an entry back once', async () => {
    const [id] = await append(anEntry({ advances: '7,00', cash: '-7,00' }));
    const reversal = {
      ...{ entry: id ?? '', effectiveOn: day('2025-04-01'), text: 'falsch' },
      ...{ actors: { entered: 'system:test' }, commandKey: 'back' },
    };
    const reverse = () =>
      app()
        .get(UnitOfWork)
        .run((tx) => app().get(Ledger).reverse(tx, reversal));
    await reverse();
    await expect(reverse()).rejects.toMatchObject({ code: 'ledger.already-reversed' });
  });

  it('refuses what a line does not have, and keeps nothing of the command', async () => {
    const year = { allocationLine: 'short', budgetYear: 2025 };
    const commitment = (amount: string) =>
      anEntry(
        { commitments: amount, 'commitments-contra': amount === '5,00' ? '-5,00' : '6,00' },
        { kind: amount === '5,00' ? 'commitment' : 'order', dimensions: year },
      );
    await append(commitment('5,00'));
    await expect(append(commitment('-6,00'))).rejects.toMatchObject({
      code: 'ledger.sum-overdrawn',
    });
    const standing = await app().get(LedgerQueries).balances(year);
    expect(standing.map((balance) => balance.cents)).toEqual([500n, -500n]);
  });
});

describe('the canonical text', () => {
  it('is canonical JSON of what it tells', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, fc.option(text), fc.bigInt(-1_000_000n, 1_000_000n), (a, b, r, n) => {
        const dimensions = { allocationLine: a, budgetYear: 2025, contract: b };
        const entry = {
          ...{ id: '01', format: 1, effectiveOn: day('2025-01-01'), kind: 'order', subject: a },
          ...{ text: b, actors: canonicalJson({ entered: a }), commandKey: b, reverses: r },
        };
        const assignment = assignmentText('cash', dimensions);
        const told = entryText(entry, [{ assignment, cents: n }]);
        const { postings: written, ...head } = JSON.parse(told) as {
          postings: { amount: string }[];
        };
        const [posting] = written;
        expect(posting).toEqual({ account: 'cash', amount: posting?.amount, ...dimensions });
        expect(BigInt(posting?.amount.replace('.', '') ?? '')).toBe(cents(n));
        expect(canonicalJson(JSON.parse(told))).toBe(told);
        expect(head).toMatchObject({ subject: a, text: b, ...(r !== null && { reverses: r }) });
        const place = { sequence: 7, recordedAt: '2026-03-02T10:00:00.000Z', previousHash: 'x' };
        const link = chainText(told, place as never);
        expect(canonicalJson(JSON.parse(link))).toBe(link);
        expect(chainHash(told, place as never)).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });
});
