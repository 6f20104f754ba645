import { encodeTime } from 'ulid';
import { bookOnEachDatabase } from '../../support/on-each-database.js';

bookOnEachDatabase((database) => {
  const nothing = () => Promise.resolve();

  it('is another one after each commit of any instance, and the same in between', async () => {
    const { version, unitOfWork } = database.book;
    const second = await database.anotherInstance();
    const seen = [await version.current()];
    for (const instance of [unitOfWork, second.unitOfWork, unitOfWork]) {
      await instance.run(nothing);
      seen.push(await version.current());
    }
    expect(new Set(seen).size).toBe(4);
    expect(await second.version.current()).toBe(seen.at(-1));
  });

  it('stays the same when a transaction fails', async () => {
    const { version, unitOfWork } = database.book;
    const before = await version.current();
    await expect(unitOfWork.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    if (database.engine === 'postgres') expect(await version.current()).toBe(before);
  });

  it('sees a commit that comes late, behind a newer one', async () => {
    const { version, writer, clock } = database.book;
    const before = await version.current();
    const earlier = encodeTime(Date.parse(clock.now()) - 60_000, 10);
    await writer.query(`insert into change (id) values ('${earlier}0000000000000000')`);
    expect(await version.current()).not.toBe(before);
  });

  it('changes too when the clock of an instance is behind', async () => {
    const { version, unitOfWork, clock } = database.book;
    await unitOfWork.run(nothing);
    clock.moveTo('2020-01-01T00:00:00Z');
    const second = await database.anotherInstance();
    second.clock.moveTo('2019-01-01T00:00:00Z');
    const seen = [await version.current()];
    for (const instance of [unitOfWork, second.unitOfWork, second.unitOfWork]) {
      await instance.run(nothing);
      seen.push(await version.current());
    }
    expect(new Set(seen).size).toBe(4);
  });
});
