import Database from 'better-sqlite3';
import { BookBusy } from '../../../src/platform/database/database.errors.js';
import { bookOnEachDatabase } from '../../support/on-each-database.js';
import { SAMPLE_CONTENTS } from '../../support/sample-facts.js';
import { setTimeout as pause } from 'node:timers/promises';

bookOnEachDatabase(
  (database) => {
    const addChild = (id: string, parent: string): Promise<void> =>
      database.book.unitOfWork.run((tx) =>
        tx.run('insert into sample_child (id, parent) values (?, ?)', [id, parent]),
      );
    const children = async (): Promise<string[]> => {
      const rows = await database.book.reader.all<{ id: string }>(
        'select id from sample_child order by id',
      );
      return rows.map(({ id }) => id);
    };
    const statuses = (answers: readonly PromiseSettledResult<unknown>[]): string[] =>
      answers.map(({ status }) => status);

    beforeAll(() =>
      database.book.unitOfWork.run((tx) => tx.run(`insert into sample_parent (id) values ('p')`)),
    );

    it('refuses only who breaks the commit, not those who share it', async () => {
      const answers = await Promise.allSettled([
        addChild('a1', 'p'),
        addChild('a2', 'nobody'),
        addChild('a3', 'p'),
      ]);
      expect(statuses(answers)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(await children()).toEqual(['a1', 'a3']);
    });

    it('goes on after the database has thrown a whole transaction away', async () => {
      if (database.engine === 'postgres') return; // a failed statement always ends a transaction there
      await database.book.writer.query(
        `create trigger tear before insert on sample_child when new.id = 'b2'
         begin select raise(rollback, 'torn'); end`,
      );
      const answers = await Promise.allSettled([
        addChild('b1', 'p'),
        addChild('b2', 'p'),
        addChild('b3', 'p'),
      ]);
      expect(statuses(answers)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(answers[1]).toMatchObject({ reason: { message: 'SqliteError: torn' } });
      expect(await children()).toEqual(expect.arrayContaining(['b1', 'b3']));
      await database.book.writer.query('drop trigger tear');
    });

    it('refuses a forgotten await instead of writing into the next transaction', async () => {
      let forgotten = (): Promise<unknown> => Promise.resolve();
      await database.book.unitOfWork.run((tx) => {
        forgotten = () => tx.run(`insert into sample_parent (id) values ('late')`);
        return Promise.resolve();
      });
      await expect(forgotten()).rejects.toThrow('the transaction is over');
    });

    it('stays responsive while another process writes, and then goes on', async () => {
      if (database.book.address.kind !== 'sqlite') return;
      const other = new Database(database.book.address.file);
      other.exec('begin immediate');
      let turns = 0;
      const ticking = setInterval(() => (turns += 1), 5);
      const waiting = addChild('c1', 'p');
      while (turns < 6) await pause(5);
      expect(await children()).not.toContain('c1');
      other.exec('commit');
      other.close();
      await waiting;
      clearInterval(ticking);
      // The engine itself would wait without giving others a turn.
      expect(await database.book.writer.query('PRAGMA busy_timeout')).toEqual([{ timeout: 0 }]);
    });

    it('runs a transaction again that lost a deadlock', async () => {
      if (database.engine === 'sqlite') return; // one writer at a time: nobody can block another
      const { unitOfWork } = database.book;
      await unitOfWork.run((tx) => tx.run(`insert into sample_parent (id) values ('x'), ('y')`));
      let arrived = 0;
      const lockBoth = (first: string, second: string) =>
        unitOfWork.run(async (tx) => {
          const lock = 'select id from sample_parent where id = ? for update';
          await tx.run(lock, [first]);
          arrived += 1;
          while (arrived < 2) await pause(1);
          await tx.run(lock, [second]);
        });
      await Promise.all([lockBoth('x', 'y'), lockBoth('y', 'x')]);
      expect(arrived).toBe(3);
    });

    it('gives up on a book that stays busy, and writes nothing', async () => {
      if (database.engine === 'sqlite') return;
      const busy = database.book.unitOfWork.run((tx) =>
        tx.run(`do $$ begin raise exception 'again' using errcode = '40001'; end $$`),
      );
      await expect(busy).rejects.toThrow(BookBusy);
    });
  },
  { contents: SAMPLE_CONTENTS },
);
