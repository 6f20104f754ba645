import { MIGRATIONS } from '../../src/app.entities.js';
import type { Engine } from '../../src/platform/database/engine.js';
import { ownDatabase } from '../support/templates.js';
import { testBook } from '../support/test-book.js';

describe('the list of migrations', () => {
  it('is in an order that does not depend on how the lists were joined', () => {
    const stamps = MIGRATIONS.map(({ name }) => /\d{13}$/.exec(name)?.[0]);
    expect(stamps).not.toContain(undefined);
    expect(new Set(stamps).size).toBe(stamps.length);
  });
});

describe.each<Engine>(['sqlite', 'postgres'])('a new book on %s', (engine) => {
  it('may be set up by several instances at once', async () => {
    const own = await ownDatabase(engine, 'bare');
    const books = await Promise.all([1, 2, 3].map(() => testBook(own.address)));
    const rows = await Promise.all(
      books.map(({ reader }) => reader.all('select name from migrations')),
    );
    expect(rows.map(({ length }) => length)).toEqual([1, 1, 1].map(() => MIGRATIONS.length));
    for (const book of books) await book.close();
    await own.remove();
  });

  it('stays as it is when it is opened again', async () => {
    const own = await ownDatabase(engine, 'bare');
    const first = await testBook(own.address);
    await first.unitOfWork.run((tx) =>
      tx.run(`insert into capacity_holder (id, movements) values ('0', 0)`),
    );
    await first.close();
    const again = await testBook(own.address);
    expect(await again.reader.all(`select id from capacity_holder where id = '0'`)).toHaveLength(1);
    await again.close();
    await own.remove();
  });
});
