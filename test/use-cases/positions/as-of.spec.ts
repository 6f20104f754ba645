import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import { Occupancy } from '../../../src/positions/position.entity.js';
import { occupancyRow } from '../../../src/positions/position.mapping.js';
import { appendRevision, withdrawFact } from '../../../src/platform/database/revisions.js';
import { EntitlementsQueries } from '../../../src/positions/entitlements.queries.js';
import { PositionsQueries } from '../../../src/positions/positions.queries.js';
import { bookModules, type BookModules } from '../../support/book-modules.js';
import { aContract } from '../../support/contract-builder.js';
import { importInto } from '../../support/import-into.js';
import { aNotice, aPartner, aPosition, partnersOf } from '../../support/notice-builder.js';
import { bookOnEachDatabase } from '../../support/on-each-database.js';

const CORRECTION = { by: 'person:test', reason: 'Der Anteil war 0,5' };

bookOnEachDatabase((database) => {
  let modules: BookModules;
  let entitlements: EntitlementsQueries;

  beforeAll(async () => {
    modules = bookModules(database.book);
    entitlements = new EntitlementsQueries(modules.facts, modules.programmes);
    await importInto(modules, database.book, [
      partnersOf(aPartner()),
      aNotice(),
      aContract(),
      { kind: 'positions', positions: [aPosition()] },
    ]);
  }, 60_000);

  it('shows a corrected share from its recording on, and the old one before', async () => {
    const before = database.book.clock.now();
    database.book.clock.moveTo('2025-06-03T08:00:00Z');
    const [spell] = aPosition().occupancies;
    if (spell === undefined) throw new Error('the post has an occupancy');
    const corrected = occupancyRow('luenen-1', { ...spell, share: parseFte('0,5') });
    await database.book.unitOfWork.run((tx) =>
      appendRevision(tx, Occupancy, corrected, CORRECTION),
    );
    const scope = { year: 2023 };
    const then = await entitlements.ofPosition('luenen-1', { ...scope, knownAt: before });
    const now = await entitlements.ofPosition('luenen-1', scope);
    expect([then.amountCents, now.amountCents]).toEqual([
      parseEuro('57.000,00'),
      parseEuro('28.500,00'),
    ]);
  });

  it('raises the revision of the post with each revision of its parts', async () => {
    const positions = new PositionsQueries(modules.facts, database.book.reader);
    const before = await positions.position('luenen-1', 2023);
    database.book.clock.moveTo('2025-06-04T08:00:00Z');
    await database.book.unitOfWork.run((tx) =>
      withdrawFact(tx, Occupancy, 'luenen-1-a', CORRECTION),
    );
    const after = await positions.position('luenen-1', 2023);
    expect(before.revision).toBe(3);
    expect(after.vacancies).toHaveLength(1);
    const earlier = await positions.position('luenen-1', 2023, before.recordedAt);
    expect(earlier).toMatchObject({ revision: 3, vacancies: before.vacancies });
  });
});
