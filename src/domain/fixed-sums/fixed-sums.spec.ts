import { parseAmount } from '../money/amount-text.js';
import { agreedCounts, fixedSumEntitlement, type FixedSum } from './fixed-sums.js';

const item = (name: string, amount: string, limits: Partial<FixedSum> = {}): FixedSum => ({
  name,
  amountCents: parseAmount(amount),
  ...limits,
});
const qualification = item('Qualifizierung', '100', {
  maxCentsPerDay: parseAmount('800'),
  maxPercentOfGrant: 30,
});
const GRANT = parseAmount('10000');

describe('the fixed sums of KOMM-AN II (R6a)', () => {
  it.each([
    [
      'a meeting place for a year',
      item('Ankommenstreffpunkt', '400'),
      agreedCounts(1, 12),
      480_000n,
    ],
    ['a room once', item('Renovierung', '1000'), agreedCounts(1), 100_000n],
    [
      'volunteers, at most three a month',
      item('Ehrenamt', '35', { maxPerMonth: 3 }),
      [2, 5, 3, 0],
      28_000n,
    ],
    ['a website, once only', item('Website', '500', { maxInTotal: 1 }), [2], 50_000n],
    ['translated pages', item('Übersetzung', '50'), [17], 85_000n],
    ['hours of one day, at most 800', qualification, [10], 80_000n],
    ['hours of two days', qualification, [10, 6], 140_000n],
    ['hours, at most 30 % of the grant', qualification, [8, 8, 8, 8], 300_000n],
  ])('count %s', (_, given, counts, expected) => {
    const result = fixedSumEntitlement([{ item: given, counts }], GRANT);
    expect(result.amount).toBe(expected);
    expect(result.derivation().result).toEqual({ kind: 'money', cents: expected });
  });

  it('add up, and name each limit that bites', () => {
    const volunteers = item('Ehrenamt', '35', { maxPerMonth: 3 });
    const result = fixedSumEntitlement(
      [
        { item: volunteers, counts: [5] },
        { item: qualification, counts: [12, 8, 8, 8] },
      ],
      GRANT,
    );
    expect(result.byItem.map(({ amount }) => amount)).toEqual([10_500n, 300_000n]);
    expect(result.derivation().steps.map(({ key }) => key)).toEqual([
      'quantity',
      'capped-quantity',
      'fixed-sum',
      'quantity',
      'fixed-sum',
      'capped-sum',
      'capped-grant-share',
      'total',
    ]);
  });

  it('refuse a count that is no whole number', () => {
    expect(() => fixedSumEntitlement([{ item: qualification, counts: [1.5] }], GRANT)).toThrow(
      'a count is no whole number',
    );
  });
});
