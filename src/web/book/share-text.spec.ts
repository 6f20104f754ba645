import { fraction } from '../../domain/money/fraction.js';
import { percentOf } from './share-text.js';

describe('a part of the year', () => {
  it.each([
    [1n, 1n, '100\u00a0%'],
    [0n, 1n, '0\u00a0%'],
    [3n, 4n, '75\u00a0%'],
    [11n, 12n, '91,7\u00a0%'],
    [74n, 93n, '79,6\u00a0%'],
    [9_999n, 10_000n, '99,9\u00a0%'],
    [1n, 10_000n, '0,1\u00a0%'],
  ])('%s/%s reads as %s', (n, d, text) => {
    expect(percentOf(fraction(n, d))).toBe(text);
  });
});
