import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import type { Instant } from '../../../src/domain/calendar/instant.js';
import { JournalQueries, type JournalFilter } from '../../../src/ledger/journal.queries.js';
import { Ledger, type NewEntry } from '../../../src/ledger/ledger.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { chainedIn } from '../../support/chained-in.js';
import { anEntry } from '../../support/entries.js';
import { appOnEachDatabase } from '../../support/open-app.js';

const SIDES = { advances: '10,00', cash: '-10,00' };
const LUENEN = {
  ...{ contract: 'kim-cities', allocationLine: 'luenen-kim-2', partner: 'luenen' },
  ...{ programme: 'kim', component: 'kim-2', noticeLine: 'kim-2-2025', budgetYear: 2025 },
};
const AWO = { contract: 'kim-awo', allocationLine: 'awo-kim-2', partner: 'awo', budgetYear: 2024 };
const CLAIM = { partner: 'awo', claim: 'claim-7' };

/** What the journal holds, in this order. */
const GIVEN: readonly NewEntry[] = [
  anEntry(SIDES, { text: 'eins', on: '2025-01-31', dimensions: LUENEN, kind: 'order' }),
  anEntry(SIDES, {
    text: 'zwei',
    on: '2025-02-01',
    dimensions: AWO,
    subject: 'contract:kim-awo/1',
  }),
  anEntry({ cash: '3,00', 'recovery-claims': '-3,00' }, { text: 'drei', dimensions: CLAIM }),
  anEntry(
    { cash: '4,00', unallocated: '-4,00' },
    { text: 'vier: Übernahme 100 %', on: '2025-12-31' },
  ),
  anEntry(SIDES, { text: 'fünf', on: '2024-06-30', dimensions: LUENEN, kind: 'land-money' }),
];

appOnEachDatabase({}, (app) => {
  const journal = (): JournalQueries => app().get(JournalQueries);
  const append = async (...entries: readonly NewEntry[]): Promise<readonly string[]> => {
    const ids = await app()
      .get(UnitOfWork)
      .run((tx) => app().get(Ledger).appendAll(tx, entries));
    await chainedIn(app().reader);
    return ids;
  };
  const words = async (filter: JournalFilter, order?: 'newest'): Promise<readonly string[]> => {
    const { entries } = await journal().entries(filter, { limit: 50, ...(order && { order }) });
    return entries.map(({ text }) => text.split(':')[0] ?? '');
  };

  beforeAll(async () => {
    for (const entry of GIVEN) await append(entry);
  });

  it('tells entries in the order of the chain, and the other way round', async () => {
    const all = ['eins', 'zwei', 'drei', 'vier', 'fünf'];
    expect(await words({})).toEqual(all);
    expect(await words({}, 'newest')).toEqual(all.toReversed());
  });

  it.each<readonly [JournalFilter, readonly string[]]>([
    [{ account: 'cash' }, ['eins', 'zwei', 'drei', 'vier', 'fünf']],
    [{ account: 'recovery-claims' }, ['drei']],
    [{ contract: 'kim-cities' }, ['eins', 'fünf']],
    [{ contract: 'kim-cities', budgetYear: 2024 }, []],
    [{ budgetYear: 2024 }, ['zwei']],
    [{ partner: 'awo' }, ['zwei', 'drei']],
    [{ partner: 'awo', account: 'advances' }, ['zwei']],
    [{ programme: 'kim' }, ['eins', 'fünf']],
    [{ component: 'kim-2' }, ['eins', 'fünf']],
    [{ noticeLine: 'kim-2-2025' }, ['eins', 'fünf']],
    [{ allocationLine: 'awo-kim-2' }, ['zwei']],
    [{ claim: 'claim-7' }, ['drei']],
    [{ kind: 'order' }, ['eins']],
    [{ kind: 'adjustment' }, ['zwei', 'drei', 'vier']],
    [{ kind: 'adjustment', partner: 'awo' }, ['zwei', 'drei']],
    [{ subject: 'contract:kim-awo/1' }, ['zwei']],
    [{ from: day('2025-02-01'), to: day('2025-03-01') }, ['zwei', 'drei']],
    [{ to: day('2024-12-31') }, ['fünf']],
    [{ text: 'übernahme VIER' }, ['vier']],
    [{ text: 'ÜBERNAHME' }, ['vier']],
    [{ text: '100 %' }, ['vier']],
    [{ text: '1_0' }, []],
    [{ text: 'KIM-AWO' }, ['zwei']],
    [{ text: 'eins zwei' }, []],
    [{ text: ' ' }, ['eins', 'zwei', 'drei', 'vier', 'fünf']],
    [{ contract: 'atlantis' }, []],
  ])('finds by %j', async (filter, expected) => {
    expect(await words(filter)).toEqual(expected);
    expect(await words(filter, 'newest')).toEqual(expected.toReversed());
  });

  it.each(['oldest', 'newest'] as const)(
    'pages from the %s on, whatever comes in between, and says when it ends',
    async (order) => {
      const kind = order === 'oldest' ? 'receipt' : 'refund';
      const of = (text: string) => anEntry({ cash: '1,00', unallocated: '-1,00' }, { kind, text });
      await append(...['a', 'b', 'c', 'd', 'e'].map(of));
      const seen: string[] = [];
      let after: string | undefined;
      for (let page = 1; page <= 10; page += 1) {
        const asked = { order, limit: 2, ...(after !== undefined && { after }) };
        const { entries, next } = await journal().entries({ kind }, asked);
        seen.push(...entries.map(({ text }) => text));
        if (next === null) break;
        after = next;
        if (page === 1) await append(of('late'));
      }
      const expected = order === 'oldest' ? 'a b c d e late' : 'e d c b a';
      expect(seen.join(' ')).toBe(expected);
    },
  );

  it('says no next page where the last one is just full', async () => {
    const { entries, next } = await journal().entries({ partner: 'awo' }, { limit: 2 });
    expect([entries.length, next]).toEqual([2, null]);
  });

  it.each(['x', '-1', '1.5', '9'.repeat(20), '1 or 1=1'])(
    'refuses the cursor %j',
    async (after) => {
      const asked = journal().entries({}, { limit: 5, after });
      await expect(asked).rejects.toMatchObject({ facts: { pointer: '/after' } });
    },
  );

  it('tells what was known at an instant, and a later reversal only from then on', async () => {
    app().clock.moveTo('2026-03-02T09:00:00Z');
    const kind = 'waiver';
    const [id = ''] = await append(anEntry(SIDES, { kind, text: 'früh' }));
    app().clock.moveTo('2026-03-02T10:00:00Z');
    await append(anEntry(SIDES, { kind, text: 'spät' }));
    await app()
      .get(UnitOfWork)
      .run((tx) =>
        app()
          .get(Ledger)
          .reverse(tx, {
            ...{ entry: id, effectiveOn: day('2026-03-02'), text: 'zurück' },
            ...{ actors: { entered: 'system:test' }, commandKey: 'back' },
          }),
      );
    await chainedIn(app().reader);
    const knownAt = '2026-03-02T09:30:00.000Z' as Instant;
    const before = await journal().entries({ kind, knownAt }, { limit: 5 });
    expect(before.entries).toMatchObject([{ text: 'früh', reversedBy: null }]);
    const now = await journal().entries({ kind }, { limit: 5 });
    expect(now.entries).toMatchObject([{ text: 'früh' }, { text: 'spät', reversedBy: null }]);
    expect(now.entries[0]?.reversedBy).toMatch(/^[0-9A-Z]{26}$/);
    const none = await journal().entries(
      { knownAt: '2020-01-01T00:00:00.000Z' as Instant },
      { limit: 5 },
    );
    expect(none).toEqual({ entries: [], next: null });
  });

  it('shows what still waits for its place at the newest end, where it fits', async () => {
    const kind = 'write-down';
    await append(...['a', 'b'].map((text) => anEntry(SIDES, { kind, text })));
    const waiting = ['c', 'd'].map((text) => anEntry(SIDES, { kind, text }));
    await app()
      .get(UnitOfWork)
      .run((tx) => app().get(Ledger).appendAll(tx, waiting));
    for (const limit of [1, 2, 3, 10]) {
      for (const order of ['oldest', 'newest'] as const) {
        const first = await journal().entries({ kind }, { limit, order });
        const texts = first.entries.map(({ text }) => text).join('');
        // What does not fit on the page while it waits is told when it has its place.
        const possible = order === 'oldest' ? ['abcd', 'ab'] : ['dcba', 'ba'];
        expect(possible.map((all) => all.slice(0, limit))).toContain(texts);
      }
    }
  });

  it('gathers few and walks along many alike', async () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      anEntry(SIDES, { kind: 'settlement', text: `Zeile ${at.toString()}`, dimensions: AWO }),
    );
    await append(...many);
    const filters: readonly JournalFilter[] = [{ kind: 'settlement' }, { contract: 'kim-awo' }];
    for (const filter of filters) {
      const texts: string[] = [];
      let next: string | null = '0';
      while (next !== null) {
        const page = await journal().entries(filter, { limit: 70, after: next });
        texts.push(...page.entries.map(({ text }) => text));
        ({ next } = page);
      }
      expect(texts.filter((text) => text.startsWith('Zeile'))).toEqual(
        many.map(({ text }) => text),
      );
    }
  });
});
