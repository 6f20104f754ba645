import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { Ledger } from '../../../src/ledger/ledger.js';
import { LedgerQueries } from '../../../src/ledger/ledger.queries.js';
import { ClosePeriodUseCase } from '../../../src/ledger/periods/close-period.use-case.js';
import type { FactChange } from '../../../src/platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../../../src/platform/database/unit-of-work.js';
import { chainedIn } from '../../support/chained-in.js';
import { anEntry } from '../../support/entries.js';
import { appOnEachDatabase, type OpenedApp } from '../../support/open-app.js';

const SIDES = { advances: '10,00', cash: '-10,00' };
const change = (key: string): FactChange => ({ by: 'person:a', reason: 'Monatsabschluss', key });

/** Something that is reached once, and waited for. */
function gate(): { readonly open: () => void; readonly opened: Promise<void> } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    open: () => {
      open();
    },
    opened,
  };
}

appOnEachDatabase({}, (app) => {
  const post = (one: OpenedApp, on: string) =>
    one.get(UnitOfWork).run((tx) => one.get(Ledger).append(tx, anEntry(SIDES, { on })));
  const close = (one: OpenedApp, period: string, key = `close-${period}`) =>
    one.get(ClosePeriodUseCase).execute(change(key), period);
  const closings = () => app().get(LedgerQueries).closings();

  it('closes a month with all before it, and prints the seal', async () => {
    for (const on of ['2021-10-31', '2021-11-30', '2021-12-01']) await post(app(), on);
    const id = await close(app(), '2021-11');
    const [closing] = await closings();
    expect(closing).toMatchObject({
      ...{ id, period: '2021-11', entries: 2 },
      ...{ recordedBy: 'person:a', reason: 'Monatsabschluss' },
    });
    const [head] = await app().reader.all<{ n: string; hash: string }>(
      'select sequence as n, hash from ledger_chain order by sequence desc limit 1',
    );
    expect([closing?.sequence, closing?.hash]).toEqual([Number(head?.n), head?.hash]);
    for (const on of ['2021-11-30', '2021-11-01', '2020-01-01']) {
      await expect(post(app(), on)).rejects.toMatchObject({
        code: 'ledger.period-closed',
        facts: { closedThrough: '2021-11', firstOpenDay: '2021-12-01' },
      });
    }
    await post(app(), '2021-12-31');
  });

  it('counts for a later closing what came since the one before', async () => {
    await close(app(), '2022-01');
    expect((await closings()).map(({ period, entries }) => [period, entries])).toEqual([
      ['2022-01', 2],
      ['2021-11', 2],
    ]);
  });

  it('answers the same command with the same closing, and refuses an earlier or equal month', async () => {
    const first = await close(app(), '2022-02', 'once');
    expect(await close(app(), '2022-02', 'once')).toBe(first);
    for (const period of ['2022-02', '2022-01', '1999-12']) {
      await expect(close(app(), period, `again-${period}`)).rejects.toMatchObject({
        code: 'ledger.period-already-closed',
        facts: { period, closedThrough: '2022-02' },
      });
    }
  });

  it('refuses a month that is not over, and words that are no month', async () => {
    app().clock.moveTo('2026-03-31T12:00:00Z');
    await expect(close(app(), '2026-03')).rejects.toMatchObject({ code: 'ledger.period-not-over' });
    for (const period of ['2026-13', '2026', '2026-3', 'x', '2026-01-01']) {
      await expect(close(app(), period)).rejects.toMatchObject({ facts: { pointer: '/period' } });
    }
  });

  it('rehearses without a trace', async () => {
    const before = await closings();
    await app().get(ClosePeriodUseCase).rehearse(change('rehearsed'), '2022-03');
    expect(await closings()).toEqual(before);
    await post(app(), '2022-03-31');
  });

  it('waits for an entry that is under way, and counts it (another instance)', async () => {
    if (app().engine === 'sqlite') return; // one writer at a time: nothing else is under way
    const other = await app().another();
    for (const [month, earlier] of [
      ['2022-06', true],
      ['2022-09', false],
    ] as const) {
      if (earlier) await post(app(), `${month}-01`); // the month has its row before
      const [posted, mayCommit] = [gate(), gate()];
      const posting = app()
        .get(UnitOfWork)
        .run(async (tx: Tx) => {
          await app()
            .get(Ledger)
            .append(tx, anEntry(SIDES, { on: `${month}-30` }));
          posted.open();
          await mayCommit.opened;
        });
      await posted.opened;
      const closing = close(other, month);
      await blocked(app());
      mayCommit.open();
      await posting;
      await closing;
      const [newest] = await closings();
      expect(newest).toMatchObject({ period: month, entries: earlier ? 3 : 1 });
    }
  });

  it('lets an entry wait for a closing that is under way, and refuses it then (another instance)', async () => {
    if (app().engine === 'sqlite') return;
    const other = await app().another();
    await post(app(), '2022-12-01'); // the month has its row
    const [first, mayCommit] = [gate(), gate()];
    const blocking = app()
      .get(UnitOfWork)
      .run(async (tx: Tx) => {
        await app()
          .get(Ledger)
          .append(tx, anEntry(SIDES, { on: '2022-12-02' }));
        first.open();
        await mayCommit.opened;
      });
    await first.opened;
    const closing = close(other, '2022-12'); // holds the months and waits for the entry above
    await blocked(app());
    // A month without a row: it waits for the closing, and is refused as soon as that is over.
    const late = expect(post(app(), '2022-11-15')).rejects.toMatchObject({
      code: 'ledger.period-closed',
    });
    await blocked(app(), 2);
    mayCommit.open();
    await blocking;
    await closing;
    await late;
  });

  it.each([1, 2, 3])(
    'never has an entry behind a closing, however they race (round %d)',
    async (round) => {
      const month = `2023-0${round.toString()}`;
      const instances = [app(), await app().another()];
      const on = `${month}-15`;
      const posts = Array.from({ length: 16 }, (_, at) =>
        post(instances[at % 2] as OpenedApp, on).then(
          () => 1,
          (error: unknown) => {
            expect(error).toMatchObject({ code: 'ledger.period-closed' });
            return 0;
          },
        ),
      );
      const closing = close(instances[1] as OpenedApp, month);
      const more = Array.from({ length: 16 }, (_, at) =>
        post(instances[at % 2] as OpenedApp, on).then(
          () => 1,
          () => 0,
        ),
      );
      await closing;
      const taken = (await Promise.all([...posts, ...more])).filter((one) => one === 1).length;
      await chainedIn(app().reader);
      const [newest] = await closings();
      const since = await app().reader.all(
        'select id from ledger_entry where effective_on >= ? and effective_on <= ?',
        [day(`${month}-01`), day(`${month}-28`)],
      );
      expect(since).toHaveLength(taken);
      const behind = await app().reader.all(
        `select c.item_id from ledger_chain c join ledger_entry e on e.id = c.item_id
         where c.sequence > ? and e.effective_on <= ?`,
        [newest?.sequence ?? 0, day(`${month}-28`)],
      );
      expect(behind).toEqual([]);
      expect(newest?.entries).toBeGreaterThanOrEqual(taken);
    },
  );
});

/** Until so many sessions wait for a lock: the race is made, not hoped for. */
async function blocked(app: OpenedApp, sessions = 1): Promise<void> {
  const waiting = `select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await app.reader.all(waiting)).length < sessions);
}
