import { parsePlainDate as day } from '../domain/calendar/plain-date.js';
import { parseEuro } from '../domain/money/amount-text.js';
import { parseFte } from '../domain/proration/fte.js';
import { aContract, aLine, aVersion } from '../../test/support/contract-builder.js';
import { ceilingOfYear } from './ceiling.rules.js';
import { fundingOfYear, grantOfLine, linesTopDown, usesOfLine } from './line-capacity.rules.js';
import { spansOfLineInYear } from './version.rules.js';

const halfYear = aContract({
  versions: [
    aVersion({ inForceTo: day('2023-12-31') }),
    aVersion({
      number: 2,
      inForceFrom: day('2023-07-01'),
      inForceTo: day('2023-12-31'),
      lines: [aLine({ fte: parseFte('4,0'), ceilingCents: parseEuro('228.000,00') })],
    }),
  ],
});

describe('what a line takes from above (R1)', () => {
  it('is its VzÄ on the days in force and the prorated ceiling of the year', () => {
    expect(usesOfLine(halfYear, 'luenen-kim-2')).toEqual([
      {
        holder: 'notice-line:kim-2-2023',
        slices: [
          { measure: 'fte', period: { from: '2023-01-01', to: '2023-06-30' }, amount: 50_000n },
          { measure: 'fte', period: { from: '2023-07-01', to: '2023-12-31' }, amount: 40_000n },
          {
            measure: 'cents',
            period: { from: '2023-01-01', to: '2023-12-31' },
            amount: parseEuro('256.500,00'),
          },
        ],
      },
    ]);
    expect(grantOfLine(halfYear, 'luenen-kim-2')).toHaveLength(3);
  });

  it('is nothing in a year that nobody pays', () => {
    expect(fundingOfYear(aContract(), 'luenen-kim-2', 2024)).toBeUndefined();
    expect(usesOfLine(aContract(), 'luenen-kim-2')[0]?.slices).toHaveLength(2);
  });

  it('is taken back from a holder that only an earlier version named', () => {
    const moved = aContract({
      versions: [
        aVersion(),
        aVersion({
          number: 2,
          lines: [aLine({ funding: [{ source: 'own-funds', year: 2023 }] })],
        }),
      ],
    });
    expect(usesOfLine(moved, 'luenen-kim-2')).toEqual([
      { holder: 'notice-line:kim-2-2023', slices: [] },
    ]);
  });

  it('comes from above before it goes below', () => {
    const parent = 'luenen-kim-2';
    const child = aLine({
      id: 'selm',
      funding: [{ source: 'allocation-line', year: 2023, allocationLine: parent }],
    });
    const contract = aContract({ versions: [aVersion({ lines: [child, aLine()] })] });
    expect(linesTopDown(contract)).toEqual([parent, 'selm']);
    expect(usesOfLine(contract, 'selm')).toMatchObject([{ parent }]);
  });
});

describe('the ceiling of a year', () => {
  it('is the whole sum in a whole year and explains itself', () => {
    const spans = spansOfLineInYear(aContract(), 'luenen-kim-2', 2023);
    const { cents, derivation } = ceilingOfYear(spans, 2023);
    expect(cents).toBe(parseEuro('285.000,00'));
    expect(derivation.steps.map(({ key }) => key)).toEqual(['cap', 'rounded']);
  });

  it('counts the days of a line that begins in mid-month', () => {
    const contract = aContract({
      versions: [aVersion({ inForceFrom: day('2023-03-15'), inForceTo: day('2023-12-31') })],
    });
    // 285,000 × (17/31 + 9) / 12
    const { cents } = ceilingOfYear(spansOfLineInYear(contract, 'luenen-kim-2', 2023), 2023);
    expect(cents).toBe(parseEuro('226.774,19'));
  });
});
