import { fraction, parseDecimal } from './fraction.js';
import { formatPercent, percentToApi } from './percent.js';

describe('percent as text', () => {
  it.each([
    ['5', '5.00', '5,00\u00a0%'],
    ['-0.88', '-0.88', '-0,88\u00a0%'],
    ['3.125', '3.125', '3,125\u00a0%'],
  ])('writes %s as %s and "%s"', (given, api, german) => {
    expect(percentToApi(parseDecimal(given))).toBe(api);
    expect(formatPercent(parseDecimal(given))).toBe(german);
  });

  it('cuts what has no end', () => {
    expect(percentToApi(fraction(1n, 3n))).toBe('0.333333333333');
  });
});
