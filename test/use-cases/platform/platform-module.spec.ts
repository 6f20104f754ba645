import { Test } from '@nestjs/testing';
import { ENTITIES, MIGRATIONS, REFUSALS } from '../../../src/app.entities.js';
import { CapacityModule } from '../../../src/capacity/capacity.module.js';
import { Capacity } from '../../../src/capacity/capacity.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { FixedClock } from '../../../src/platform/clock/fixed-clock.js';
import { readConfig } from '../../../src/platform/config/app-config.js';
import { Book } from '../../../src/platform/database/book.js';
import { BookVersion } from '../../../src/platform/database/book-version.js';
import type { Engine } from '../../../src/platform/database/engine.js';
import { Reader } from '../../../src/platform/database/reader.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import { PlatformModule } from '../../../src/platform/platform.module.js';
import { addressText, ownDatabase } from '../../support/templates.js';
import { testBook } from '../../support/test-book.js';

describe.each<Engine>(['sqlite', 'postgres'])('the platform on %s', (engine) => {
  it('sets up a new book, gives out what modules need, and ends after the last commit', async () => {
    const own = await ownDatabase(engine, 'bare');
    const clock = new FixedClock();
    const config = readConfig({ DATABASE_URL: addressText(own.address) });
    const platform = PlatformModule.forRoot({
      ...{ config, clock, refusals: REFUSALS },
      ...{ entities: ENTITIES, migrations: MIGRATIONS },
    });
    const app = await Test.createTestingModule({ imports: [platform, CapacityModule] }).compile();
    await app.init();
    expect(app.get(Clock)).toBe(clock);
    expect(app.get(Capacity)).toBeInstanceOf(Capacity);
    expect(app.get(Book).kind).toBe('example');
    expect(await app.get(BookVersion).current()).not.toBe('empty');
    expect(await app.get(Reader).all('select name from append_only_table')).not.toEqual([]);

    const last = app
      .get(UnitOfWork)
      .run((tx) => tx.run(`insert into capacity_holder (id, movements) values ('last', 0)`));
    await app.close();
    await last;
    const book = await testBook(own.address);
    expect(await book.reader.all(`select id from capacity_holder where id = 'last'`)).toHaveLength(
      1,
    );
    await book.close();
    await own.remove();
  });
});
