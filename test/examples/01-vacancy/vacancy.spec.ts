import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { aContract } from '../../support/contract-builder.js';
import { aPosition } from '../../support/notice-builder.js';
import { story } from '../given.js';

const [spell] = aPosition().occupancies;
if (spell === undefined) throw new Error('the post has an occupancy');
const post = aPosition({
  occupancies: [
    { ...spell, to: day('2023-04-30') },
    { ...spell, id: 'luenen-1-b', personKey: 'LUE-0002', from: day('2023-08-01') },
  ],
});

story([aContract(), { kind: 'positions', positions: [post] }], (book) => {
  it('lists the vacancy and pays nine of twelve months', async () => {
    const { vacancies } = await book().positions.position('luenen-1', 2023);
    expect(vacancies).toEqual([
      { period: { from: '2023-05-01', to: '2023-07-31' }, missing: 10_000 },
    ]);
    const { lines } = await book().entitlements.entitlements({ year: 2023 });
    expect(lines).toMatchObject([{ line: 'luenen-kim-2', amountCents: parseEuro('42.750,00') }]);
  });
});
