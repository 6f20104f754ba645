import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { cents } from '../../../src/domain/money/cents.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import type { Overview } from '../../../src/positions/overview.queries.js';
import { bookModules, type BookModules } from '../../support/book-modules.js';
import { bookOnEachDatabase } from '../../support/on-each-database.js';

const figure = (euro: string, fte: string) => ({ cents: parseEuro(euro), fte: parseFte(fte) });

bookOnEachDatabase((database) => {
  let modules: BookModules;
  let overview: Overview;

  beforeAll(async () => {
    modules = bookModules(database.book);
    await modules.open();
    overview = await modules.overview.overview({ year: 2025, on: day('2025-12-31') });
  }, 60_000);

  it('shows what the Land granted for KIM II in 2025, and who has it', () => {
    const kim2 = overview.components.find(({ component }) => component === 'kim-2');
    expect(kim2).toMatchObject({
      granted: figure('1.026.000,00', '18,0'),
      bySector: {
        municipality: figure('513.000,00', '9,0'),
        welfare: figure('171.000,00', '3,0'),
      },
      kept: figure('342.000,00', '6,0'),
      remainder: { cents: cents(0n), fte: 0 },
      ownFundsCents: parseEuro('17.000,00'),
    });
  });

  it('shows KIM I with Lünen and what is left for material and measures', () => {
    const kim1 = overview.components.find(({ component }) => component === 'kim-1');
    expect(kim1).toMatchObject({
      granted: figure('367.500,00', '5,0'),
      bySector: { municipality: figure('66.700,00', '1,0') },
      kept: figure('260.800,00', '4,0'),
      remainder: figure('40.000,00', '0,0'),
    });
  });
});
