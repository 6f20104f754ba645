import { parseEuro } from '../money/amount-text.js';
import { cents } from '../money/cents.js';
import { parseFte } from './fte.js';
import { ratePerFte, scaledSum, yearlySum } from './yearly-sum.js';

describe('a yearly sum by VzÄ', () => {
  it.each([
    ['57.000,00', '4,5', '256.500,00'],
    ['57.000,00', '0,3333', '18.998,10'],
    ['0,01', '0,5', '0,01'],
    ['-2.000,00', '5,0', '-10.000,00'],
  ])('%s per VzÄ for %s VzÄ is %s', (rate, share, sum) => {
    expect(yearlySum(parseEuro(rate), parseFte(share))).toBe(parseEuro(sum));
  });

  it('knows the rate behind a sum only where it is whole cents', () => {
    expect(ratePerFte(parseEuro('1.026.000,00'), parseFte('18,0'))).toBe(parseEuro('57.000,00'));
    expect(ratePerFte(cents(100n), parseFte('3,0'))).toBeUndefined();
    expect(ratePerFte(cents(100n), parseFte('0'))).toBeUndefined();
  });

  it('scales with the VzÄ, and stays without any', () => {
    expect(scaledSum(parseEuro('9.700,00'), parseFte('1,0'), parseFte('0,5'))).toBe(485_000n);
    expect(scaledSum(parseEuro('9.700,00'), parseFte('0'), parseFte('0,5'))).toBe(970_000n);
  });
});
