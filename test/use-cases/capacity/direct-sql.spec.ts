import pg from 'pg';
import { Capacity, fteSlice } from '../../../src/capacity/capacity.js';
import { CapacityExceeded } from '../../../src/capacity/capacity.errors.js';
import type { PlainDate } from '../../../src/domain/calendar/plain-date.js';
import { fte } from '../../../src/domain/proration/fte.js';
import { bookOnEachDatabase } from '../../support/on-each-database.js';

const YEAR = { from: '2025-01-01' as PlainDate, to: '2025-12-31' as PlainDate };

/** Writes past the product, as somebody with a database client would. */
const insertion = (id: string, holder: string, delta: number, side = 'use'): string =>
  `insert into capacity_movement
   (id, holder, measure, side, subject, from_day, to_day, delta, recorded_at, recorded_by)
   values ('${id}', '${holder}', 'fte', '${side}', 'line:${id}', '2025-03-01', '2025-06-30',
   ${delta}, '2025-06-02T08:00:00.000Z', 'person:dba')`;

bookOnEachDatabase((database) => {
  const grantHalf = async (holder: string): Promise<void> => {
    const capacity = new Capacity(database.book.ids);
    await database.book.unitOfWork.run((tx) =>
      capacity.setGrant(tx, holder, 'notice:1', [fteSlice(YEAR, fte(5000))], 'person:a'),
    );
  };
  const direct = (sql: string): Promise<unknown> => database.book.writer.query(sql);

  it('refuses direct SQL beyond the grant, and takes what fits', async () => {
    await grantHalf('h:1');
    await expect(direct(insertion('a', 'h:1', 5001))).rejects.toThrow('capacity: exceeded');
    await direct(insertion('b', 'h:1', 5000));
    await expect(direct(insertion('c', 'h:1', 1))).rejects.toThrow('capacity: exceeded');
    await direct(insertion('d', 'h:1', -5000, 'grant'));
    await direct(insertion('e', 'h:1', -1));
    await expect(direct(insertion('f', 'h:1', 1))).rejects.toThrow('capacity: exceeded');
  });

  it('tells the refusal of the database as the rule does', async () => {
    await grantHalf('h:0');
    const beyond = database.book.unitOfWork.run((tx) => tx.run(insertion('z', 'h:0', 5001)));
    await expect(beyond).rejects.toThrow(CapacityExceeded);
  });

  it('refuses a use that no holder stands behind', async () => {
    await expect(direct(insertion('g', 'h:nobody', 1))).rejects.toThrow();
  });

  it('refuses days, sums and words that are none', async () => {
    await grantHalf('h:2');
    const wrong = [
      insertion('i', 'h:2', 1).replace('2025-06-30', '2025-02-30'),
      insertion('j', 'h:2', 1).replace('2025-06-30', '2025-02-01'),
      insertion('k', 'h:2', 0),
      insertion('l', 'h:2', 1, 'gift'),
    ];
    for (const sql of wrong) await expect(direct(sql)).rejects.toThrow();
  });

  it('lets only one of two sessions have what is left', async () => {
    if (database.engine === 'sqlite') return; // one writer at a time: there are no two sessions
    await grantHalf('h:3');
    for (const isolation of ['read committed', 'repeatable read']) {
      const holder = isolation === 'read committed' ? 'h:3' : 'h:4';
      await grantHalf(holder);
      await raceOfTwoSessions(database.book.address, holder, isolation);
    }
  });
});

async function raceOfTwoSessions(
  address: { readonly kind: string; readonly url?: string },
  holder: string,
  isolation: string,
): Promise<void> {
  const sessions = [0, 1].map(() => new pg.Client({ connectionString: address.url ?? '' }));
  const [first, second] = sessions;
  if (first === undefined || second === undefined) throw new Error('two sessions');
  for (const session of sessions) {
    await session.connect();
    await session.query(`begin isolation level ${isolation}`);
    await session.query('select count(*) from capacity_movement');
  }
  await first.query(insertion(`${holder}-1`, holder, 5000));
  const outcome = second.query(insertion(`${holder}-2`, holder, 5000)).then(
    () => 'taken',
    (error: unknown) => (error as Error).message,
  );
  await waitUntilBlocked(first);
  await first.query('commit');
  expect(await outcome).toMatch(/capacity: exceeded|could not serialize access/);
  for (const session of sessions) await session.end();
}

/** Until the other session waits for a lock: the race is made, not hoped for. */
async function waitUntilBlocked(session: pg.Client): Promise<void> {
  const blocked = `select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await session.query(blocked)).rowCount === 0);
}
