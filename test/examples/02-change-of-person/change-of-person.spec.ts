import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { PRORATION_CONVENTIONS } from '../../../src/domain/proration/conventions.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import { aContract, aLine, aVersion, TERMS } from '../../support/contract-builder.js';
import { aPosition } from '../../support/notice-builder.js';
import { story } from '../given.js';

const [spell] = aPosition().occupancies;
if (spell === undefined) throw new Error('the post has an occupancy');

const contracts = PRORATION_CONVENTIONS.map((convention) =>
  aContract({
    id: convention,
    versions: [
      aVersion({
        lines: [
          aLine({ id: convention, fte: parseFte('1,0'), ceilingCents: parseEuro('57.000,00') }),
        ],
        terms: { ...TERMS, proration: { convention, clause: '§ 6' } },
      }),
    ],
  }),
);
const positions = PRORATION_CONVENTIONS.map((convention) =>
  aPosition({
    id: convention,
    allocationLine: convention,
    occupancies: [
      { ...spell, id: `${convention}-1`, personKey: `${convention}-A`, to: day('2023-05-14') },
      { ...spell, id: `${convention}-2`, personKey: `${convention}-B`, from: day('2023-05-15') },
    ],
  }),
);

story([...contracts, { kind: 'positions', positions }], (book) => {
  it.each([...PRORATION_CONVENTIONS])('changes nothing under %s', async (convention) => {
    const post = await book().entitlements.ofPosition(convention, { year: 2023 });
    expect(post.amountCents).toBe(parseEuro('57.000,00'));
    const { vacancies } = await book().positions.position(convention, 2023);
    expect(vacancies).toEqual([]);
  });
});
