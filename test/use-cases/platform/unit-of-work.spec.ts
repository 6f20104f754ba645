import { CommandReused } from '../../../src/platform/database/database.errors.js';
import type { Tx } from '../../../src/platform/database/unit-of-work.js';
import { bookOnEachDatabase } from '../../support/on-each-database.js';

const addKey = (tx: Tx, key: string): Promise<void> =>
  tx.run(
    `insert into command (key, actor, route, content_hash, result_id, recorded_at)
     values (?, 'person:a', '/test', '', ?, ?)`,
    [key, 'result', tx.at],
  );

bookOnEachDatabase((database) => {
  const keysLike = async (pattern: string): Promise<string[]> => {
    const sql = 'select key from command where key like ? order by key';
    return (await database.book.reader.all<{ key: string }>(sql, [pattern])).map(({ key }) => key);
  };

  it('writes what it acknowledges, and nothing of what fails', async () => {
    const { unitOfWork } = database.book;
    const answers = await Promise.allSettled([
      unitOfWork.run((tx) => addKey(tx, 'some-1')),
      unitOfWork.run(async (tx) => {
        await addKey(tx, 'some-2');
        throw new Error('changed my mind');
      }),
      unitOfWork.run((tx) => addKey(tx, 'some-3')),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await keysLike('some-%')).toEqual(['some-1', 'some-3']);
  });

  it('answers a repeated command with its first answer', async () => {
    const { unitOfWork, ids } = database.book;
    const command = { key: 'k-1', actor: 'person:a', route: '/x', content: { b: 1n, a: 'ä' } };
    const repeat = { ...command, content: { a: 'ä', b: 1n } };
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        unitOfWork.once(index % 2 ? command : repeat, () => Promise.resolve(ids.newId())),
      ),
    );
    expect(new Set(answers).size).toBe(1);
  });

  it('refuses a key that stands for something else', async () => {
    const { unitOfWork } = database.book;
    const command = { key: 'k-2', actor: 'person:a', route: '/x', content: { amount: 1n } };
    const done = () => Promise.resolve('id');
    await unitOfWork.once(command, done);
    const others = [
      { ...command, content: { amount: 2n } },
      { ...command, actor: 'person:b' },
      { ...command, route: '/y' },
    ];
    for (const other of others) {
      await expect(unitOfWork.once(other, done)).rejects.toThrow(CommandReused);
    }
  });

  it('keeps no key of a refused command', async () => {
    const { unitOfWork } = database.book;
    const command = { key: 'k-3', actor: 'person:a', route: '/x', content: {} };
    const refused = unitOfWork.once(command, () => Promise.reject(new Error('no')));
    await expect(refused).rejects.toThrow('no');
    expect(await unitOfWork.once(command, () => Promise.resolve('yes'))).toBe('yes');
  });

  it('runs statements together in their order, and keeps none if one fails', async () => {
    const { unitOfWork } = database.book;
    const key = (name: string, at: string) => ({
      sql: `insert into command (key, actor, route, content_hash, result_id, recorded_at)
        values (?, 'person:a', '/test', '', (select max(key) from command where key like 'set-%'), ?)`,
      parameters: [name, at],
    });
    const first = {
      sql: `insert into command (key, actor, route, content_hash, result_id, recorded_at)
        values ('set-1', 'person:a', '/test', '', '', ?)`,
    };
    await unitOfWork.run((tx) =>
      tx.together([{ ...first, parameters: [tx.at] }, key('set-2', tx.at), key('set-3', tx.at)]),
    );
    const results = await database.book.reader.all<{ result_id: string }>(
      "select result_id from command where key like 'set-%' order by key",
    );
    expect(results.map((row) => row.result_id)).toEqual(['', 'set-1', 'set-2']);
    const failing = unitOfWork.run((tx) =>
      tx.together([key('set-4', tx.at), key('set-1', tx.at), key('set-5', tx.at)]),
    );
    await expect(failing).rejects.toThrow(/unique/i);
    expect(await keysLike('set-%')).toEqual(['set-1', 'set-2', 'set-3']);
  });

  it('acknowledges nothing that a passed-over failure has undone', async () => {
    const { unitOfWork } = database.book;
    const careless = unitOfWork.run(async (tx) => {
      await addKey(tx, 'careless');
      await tx.run('select 1 from nowhere').catch(() => undefined);
    });
    const acknowledged = await careless.then(
      () => true,
      () => false,
    );
    expect(await keysLike('careless')).toHaveLength(acknowledged ? 1 : 0);
  });

  it('does not let the reader write', async () => {
    const writing = database.book.reader.all("insert into change (id) values ('x')");
    await expect(writing).rejects.toThrow(/read-?only/);
  });
});
