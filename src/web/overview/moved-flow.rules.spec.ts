import fc from 'fast-check';
import { parseEuro } from '../../domain/money/amount-text.js';
import { cents, sumCents, type Cents } from '../../domain/money/cents.js';
import { movements } from './moved-flow.rules.js';

/** A year of 100,000 € of which 80,000 € is bound. */
const YEAR = {
  grantedCents: parseEuro('100.000,00'),
  committedCents: parseEuro('80.000,00'),
  orderedCents: parseEuro('60.000,00'),
  inTransitCents: parseEuro('10.000,00'),
  openCommitmentCents: parseEuro('15.000,00'),
  lapsedCents: parseEuro('5.000,00'),
  settledCents: parseEuro('35.000,00'),
  payablesCents: parseEuro('0,00'),
  advancesCents: parseEuro('22.000,00'),
};

function told(sums: typeof YEAR, isOwn = false): readonly string[] {
  return movements(sums, { isOwn }).map(({ from, to, cents: amount }) => `${from} ${to} ${amount}`);
}

describe('what was moved of a year', () => {
  it('runs from what was granted over contracts and payouts to the proof', () => {
    expect(told(YEAR)).toEqual([
      'source bound 8000000',
      'source kept 2000000',
      'bound paid 5000000',
      'bound in-transit 1000000',
      'bound open 1500000',
      'bound lapsed 500000',
      'paid proven 3500000',
      'paid unproven 1200000',
      'paid claimed 300000',
    ]);
  });

  it('keeps nothing with the Kreis of what its own funds pay', () => {
    expect(told({ ...YEAR, grantedCents: cents(0n) }, true)).not.toContain('source kept 2000000');
  });

  it('tells of what is proven and not yet paid as paid only what was', () => {
    const proven = { settledCents: parseEuro('70.000,00'), payablesCents: parseEuro('20.000,00') };
    const sums = { ...YEAR, ...proven, advancesCents: cents(0n) };
    expect(told(sums).filter((line) => line.startsWith('paid'))).toEqual(['paid proven 5000000']);
  });

  it('loses nothing of what was paid on the way to the proof', () => {
    const amount = fc.bigInt(0n, 1_000_000n).map(cents);
    const sums = fc.record({
      ...{ grantedCents: amount, committedCents: amount, orderedCents: amount },
      ...{ inTransitCents: amount, openCommitmentCents: amount, lapsedCents: amount },
      ...{ settledCents: amount, payablesCents: amount, advancesCents: amount },
    });
    fc.assert(
      fc.property(sums, (each) => {
        const all = movements(each, { isOwn: false });
        const sum = (side: 'from' | 'to', stage: string): Cents =>
          sumCents(all.filter((one) => one[side] === stage).map((one) => one.cents));
        expect(sum('from', 'paid')).toBe(sum('to', 'paid'));
        expect(all.every((one) => one.cents > 0n)).toBe(true);
      }),
    );
  });
});
