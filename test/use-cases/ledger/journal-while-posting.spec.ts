import { JournalQueries } from '../../../src/ledger/journal.queries.js';
import { Ledger } from '../../../src/ledger/ledger.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { chainedIn } from '../../support/chained-in.js';
import { anEntry } from '../../support/entries.js';
import { appOnEachDatabase } from '../../support/open-app.js';

appOnEachDatabase({}, (app) => {
  const append = (count: number, partner: string): Promise<readonly string[]> => {
    const entries = Array.from({ length: count }, () =>
      anEntry({ cash: '1,00', unallocated: '-1,00' }, { dimensions: { partner } }),
    );
    return app()
      .get(UnitOfWork)
      .run((tx) => app().get(Ledger).appendAll(tx, entries));
  };

  /** On PostgreSQL, where entries wait for their place; on SQLite they have it when they are there. */
  const whileNothingIsChained = async (work: () => Promise<void>): Promise<void> => {
    if (app().engine === 'sqlite') return work();
    const other = await app().another();
    await other.get(UnitOfWork).run(async (tx) => {
      await other.get(Ledger).hold(tx, ['chain']);
      await work();
    });
  };

  it('tells each entry once, although places are given between two pages', async () => {
    const partner = 'walk';
    const ids = [...(await append(3, partner))];
    await chainedIn(app().reader);
    const read = (after?: string) =>
      app()
        .get(JournalQueries)
        .entries({ partner }, { limit: 4, ...(after !== undefined && { after }) });
    const told: string[] = [];
    let next: string | undefined;
    await whileNothingIsChained(async () => {
      ids.push(...(await append(6, partner)));
      const page = await read();
      told.push(...page.entries.map(({ id }) => id));
      next = page.next ?? undefined;
    });
    await chainedIn(app().reader);
    while (next !== undefined) {
      const page = await read(next);
      told.push(...page.entries.map(({ id }) => id));
      next = page.next ?? undefined;
    }
    expect(told).toEqual(ids);
  });

  it('tells the newest first, and leaves none out between two pages', async () => {
    const partner = 'back';
    const ids = [...(await append(3, partner))];
    await chainedIn(app().reader);
    const told: string[] = [];
    await whileNothingIsChained(async () => {
      ids.push(...(await append(3, partner)));
      for (let next: string | undefined | null; next !== null;) {
        const paging = { order: 'newest', limit: 2, ...(next !== undefined && { after: next }) };
        const page = await app()
          .get(JournalQueries)
          .entries({ partner }, paging as never);
        told.push(...page.entries.map(({ id }) => id));
        next = page.next;
      }
    });
    const from = app().engine === 'sqlite' ? 6 : 3; // three wait, and do not fit on the page
    expect(told).toEqual(ids.slice(0, from).toReversed());
  });
});
