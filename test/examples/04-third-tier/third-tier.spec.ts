import { parsePlainDate as day } from '../../../src/domain/calendar/plain-date.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { parseFte } from '../../../src/domain/proration/fte.js';
import { aContract, aLine, aVersion } from '../../support/contract-builder.js';
import { aPosition } from '../../support/notice-builder.js';
import { refusalOf } from '../../support/refusal-of.js';
import { story } from '../given.js';

const selm = aLine({
  id: 'selm-kim-2',
  partner: 'selm',
  fte: parseFte('1,0'),
  ceilingCents: parseEuro('57.000,00'),
  funding: [{ source: 'allocation-line', year: 2023, allocationLine: 'luenen-kim-2' }],
});
const below = aContract({
  id: 'north',
  forwardedBy: 'luenen',
  partners: ['selm'],
  versions: [
    aVersion({
      lines: [selm],
      signatures: ['luenen', 'selm'].map((party) => ({ party, signedOn: day('2022-12-20') })),
    }),
  ],
});
const [spell] = aPosition().occupancies;
if (spell === undefined) throw new Error('the post has an occupancy');
const inSelm = aPosition({
  id: 'selm-1',
  employer: 'selm',
  allocationLine: 'selm-kim-2',
  occupancies: [{ ...spell, id: 'selm-1-a', personKey: 'SEL-0001' }],
});

story([below, aContract(), { kind: 'positions', positions: [inSelm] }], (book) => {
  it('counts the post in Selm for Lünen, and once in all', async () => {
    const { lines, forwardedCents } = await book().entitlements.entitlements({ year: 2023 });
    expect(lines).toMatchObject([
      { line: 'luenen-kim-2', subForwarding: false, amountCents: parseEuro('57.000,00') },
      { line: 'selm-kim-2', subForwarding: true, amountCents: parseEuro('57.000,00') },
    ]);
    expect(forwardedCents).toBe(parseEuro('57.000,00'));
  });

  it('leaves 4.0 VzÄ for posts in Lünen', async () => {
    const posts = (share: string) =>
      ({
        kind: 'positions',
        positions: [aPosition({ plannedFte: parseFte(share), occupancies: [] })],
      }) as const;
    const refused = await refusalOf(book().record(posts('5,0')));
    expect(refused).toContain('"holder":"allocation-line:luenen-kim-2"');
    expect(refused).toContain('"granted":"50000","used":"10000","requested":"50000"');
    await book().record(posts('4,0'));
  });
});
