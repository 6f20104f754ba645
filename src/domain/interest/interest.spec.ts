import { refusalFacts } from '../../../test/support/refusal-facts.js';
import { parsePlainDate as day } from '../calendar/plain-date.js';
import { parseAmount } from '../money/amount-text.js';
import { sumCents } from '../money/cents.js';
import { parseDecimal } from '../money/fraction.js';
import { percentToApi } from '../money/percent.js';
import { TABLES } from '../../../test/support/interest-tables.js';
import { interest, type InterestQuestion } from './interest.js';

const question = (
  principal: string,
  from: string,
  to: string,
  more: Partial<InterestQuestion> = {},
): InterestQuestion => ({
  principal: parseAmount(principal),
  period: { from: day(from), to: day(to) },
  basis: 'vwvfg-49a-nrw',
  dayCount: 'act/act',
  ...more,
});
const agreed = (points: string) =>
  ({ basis: 'agreed', agreedMargin: parseDecimal(points) }) as const;

describe('interest above the base rate', () => {
  it.each([
    ['R19', question('1500.00', '2023-10-03', '2024-01-20'), 2_806n],
    ['R22, 3 points', question('12345.67', '2023-02-01', '2024-11-15', agreed('3.00')), 131_821n],
    ['R22, § 49a', question('12345.67', '2023-02-01', '2024-11-15'), 138_112n],
    ['R23', question('10000.00', '2024-04-03', '2024-06-30', { basis: 'hhg-29-5' }), 20_961n],
  ])('is as worked out in %s', (_, given, amount) => {
    const result = interest(given, TABLES);
    expect(result.amount).toBe(amount);
    expect(sumCents(result.segments.map((segment) => segment.amount))).toBe(amount);
    expect(result.derivation().result).toEqual({ kind: 'money', cents: amount });
  });

  it('splits at changes of base rate and margin and at year ends (R20)', () => {
    const { segments } = interest(question('12345.67', '2023-02-01', '2024-11-15'), TABLES);
    expect(
      segments.map(({ from, to, days, baseRate, margin, rate }) =>
        [from, to, days, ...[baseRate, margin, rate].map(percentToApi)].join(' '),
      ),
    ).toEqual([
      '2023-02-01 2023-05-04 93 1.62 5.00 6.62',
      '2023-05-05 2023-06-30 57 1.62 3.00 4.62',
      '2023-07-01 2023-12-31 184 3.12 3.00 6.12',
      '2024-01-01 2024-06-30 182 3.62 3.00 6.62',
      '2024-07-01 2024-11-15 138 3.37 3.00 6.37',
    ]);
  });

  it('draws no line where a new half-year brings the old rate', () => {
    const { segments } = interest(question('100.00', '2025-07-01', '2026-06-30'), TABLES);
    expect(segments.map(({ from }) => from)).toEqual(['2025-07-01', '2026-01-01']);
    const { segments: below } = interest(question('100.00', '2018-01-01', '2018-12-31'), TABLES);
    expect(below.map(({ rate }) => percentToApi(rate))).toEqual(['4.12']);
  });

  it.each([
    ['act/act', 34_943n],
    ['act/365', 35_039n],
    ['thirty-360', 34_950n],
  ] as const)('counts the leap year 2024 by %s: %s cents', (dayCount, amount) => {
    // 10,000 at 3.62 % for 182 (180) days, then at 3.37 % for 184 (180) days
    const given = question('10000.00', '2024-01-01', '2024-12-31', { dayCount, ...agreed('0') });
    expect(interest(given, TABLES).amount).toBe(amount);
  });

  it('reduces the principal on the day behind the value date of a part payment (R24)', () => {
    const payments = [{ on: day('2024-05-31'), amount: parseAmount('4000.00') }];
    const given = question('10000.00', '2024-04-03', '2024-06-30', { basis: 'hhg-29-5', payments });
    const result = interest(given, TABLES);
    expect(result.segments.map(({ from, to, principal }) => [from, to, principal])).toEqual([
      ['2024-04-03', '2024-05-31', 1_000_000n],
      ['2024-06-01', '2024-06-30', 600_000n],
    ]);
    // 10,000 × 8.62 % × 59/366 + 6,000 × 8.62 % × 30/366
    expect(result.amount).toBe(18_135n);
  });

  it('ends with the payment of the rest', () => {
    const payments = [{ on: day('2024-04-10'), amount: parseAmount('100.00') }];
    const { segments } = interest(
      question('100.00', '2024-04-03', '2024-06-30', { payments }),
      TABLES,
    );
    expect(segments.map(({ to }) => to)).toEqual(['2024-04-10']);
  });

  it.each([
    ['2026-12-01', '2027-01-01', '2027-01-01'],
    ['2001-12-31', '2002-01-31', '2001-12-31'],
  ])('refuses %s to %s: no base rate is published for %s (R21)', (from, to, missing) => {
    expect(refusalFacts(() => interest(question('1.00', from, to), TABLES))).toEqual({
      code: 'interest.base-rate-missing',
      day: missing,
      publishedUntil: '2026-12-31',
    });
  });

  it('refuses a day for which the basis has no margin', () => {
    const tables = { ...TABLES, margins: [] };
    expect(
      refusalFacts(() => interest(question('1.00', '2024-01-01', '2024-01-02'), tables)).code,
    ).toBe('interest.margin-missing');
  });
});
