import { parsePlainDate as day } from '../calendar/plain-date.js';
import { parseAmount } from '../money/amount-text.js';
import { toText } from '../money/fraction.js';
import { refusalFacts } from '../../../test/support/refusal-facts.js';
import { PRORATION_CONVENTIONS } from './conventions.js';
import type { Spell } from './daily-shares.js';
import { entitlement, type AnnualRate, type EntitlementPlan } from './entitlement.js';
import { FULL_TIME, fte, parseFte } from './fte.js';

const rate = (validFrom: string, amount: string): AnnualRate => ({
  validFrom: day(validFrom),
  annualCents: parseAmount(amount),
});
const spell = (from: string, to: string, share = '1.0', more: Partial<Spell> = {}): Spell => ({
  from: day(from),
  to: day(to),
  share: parseFte(share),
  ...more,
});
const plan = (given: Partial<EntitlementPlan> = {}): EntitlementPlan => ({
  period: { from: day('2023-01-01'), to: day('2023-12-31') },
  plannedFte: FULL_TIME,
  spells: [spell('2023-01-01', '2023-12-31')],
  unpaidCutsCap: true,
  rates: [rate('2023-01-01', '57000')],
  convention: 'calendar-month',
  ...given,
});

describe('the entitlement of a post', () => {
  it.each([
    ['calendar-month', 2_267_742n, '74/93'],
    ['thirty-360', 2_264_167n, '143/180'],
    ['actual-days', 2_280_000n, '4/5'],
    ['full-month', 2_137_500n, '3/4'],
    ['started-month', 2_375_000n, '5/6'],
  ] as const)('of 0.5 VzÄ from 15.03.2023 by %s is %s cents (R7)', (convention, amount, share) => {
    const result = entitlement(
      plan({
        plannedFte: fte(5_000),
        spells: [spell('2023-03-15', '2023-12-31', '0.5')],
        convention,
      }),
    );
    expect(result.amount).toBe(amount);
    expect(result.byYear.map((year) => toText(year.share))).toEqual([share]);
  });

  it.each(PRORATION_CONVENTIONS)('is the whole sum for a whole year by %s (R8)', (convention) => {
    const years = { from: day('2023-01-01'), to: day('2024-12-31') };
    const result = entitlement(
      plan({
        convention,
        period: years,
        spells: [{ from: years.from, share: FULL_TIME }],
        rates: [rate('2022-01-01', '9700')],
      }),
    );
    expect(result.byYear.map(({ year, amount }) => [year, amount])).toEqual([
      [2023, 970_000n],
      [2024, 970_000n],
    ]);
    expect(result.amount).toBe(1_940_000n);
  });

  it.each(PRORATION_CONVENTIONS)('survives a change of person in mid-month by %s', (convention) => {
    const spells = [spell('2023-01-01', '2023-05-17'), spell('2023-05-18', '2023-12-31')];
    expect(entitlement(plan({ convention, spells })).amount).toBe(5_700_000n);
  });

  it('never counts two at once above the planned share (R9)', () => {
    const spells = [
      spell('2023-01-01', '2023-12-31'),
      spell('2023-06-01', '2023-08-31', '0.5', { cover: true }),
    ];
    expect(entitlement(plan({ spells })).amount).toBe(5_700_000n);
  });

  it('cuts the cap by unpaid days only where the contract says so (R9)', () => {
    const unpaid = [{ from: day('2023-07-01'), to: day('2023-09-30') }];
    const spells = [spell('2023-01-01', '2023-12-31', '1.0', { unpaid })];
    expect(entitlement(plan({ spells })).amount).toBe(4_275_000n);
    expect(entitlement(plan({ spells, unpaidCutsCap: false })).amount).toBe(5_700_000n);
  });

  it('counts cover on the same post during unpaid days', () => {
    const unpaid = [{ from: day('2023-07-01'), to: day('2023-09-30') }];
    const cover = spell('2023-07-01', '2023-09-30', '0.5', { cover: true });
    const spells = [spell('2023-01-01', '2023-12-31', '1.0', { unpaid }), cover];
    expect(entitlement(plan({ spells })).amount).toBe(4_987_500n);
  });

  it('gives each day its own rate where the rate changes within the year', () => {
    const rates = [rate('2023-01-01', '55000'), rate('2023-07-15', '57000')];
    const result = entitlement(plan({ rates }));
    // 55,000 × (6 + 14/31)/12 + 57,000 × (17/31 + 5)/12
    expect(result.amount).toBe(5_592_473n);
    expect(result.derivation().steps.filter(({ key }) => key === 'rate-part')).toHaveLength(2);
  });

  it.each([
    ['full-month', 5_592_473n],
    ['started-month', 5_592_473n],
    ['actual-days', 5_593_151n],
    ['thirty-360', 5_592_222n],
  ] as const)('splits the month of a change of rate by days, by %s', (convention, amount) => {
    const rates = [rate('2023-01-01', '55000'), rate('2023-07-15', '57000')];
    expect(entitlement(plan({ rates, convention })).amount).toBe(amount);
  });

  it('refuses a filled day before the first rate', () => {
    const rates = [rate('2023-02-01', '57000')];
    expect(refusalFacts(() => entitlement(plan({ rates })))).toEqual({
      code: 'proration.rate-missing',
      from: '2023-01-01',
      firstRate: '2023-02-01',
    });
  });

  it('is nothing for a post that nobody filled', () => {
    const result = entitlement(plan({ spells: [] }));
    expect(result.amount).toBe(0n);
    expect(result.byYear.map((year) => toText(year.share))).toEqual(['0']);
    expect(result.derivation().steps.at(-1)?.result).toEqual({ kind: 'money', cents: 0n });
  });

  it('explains itself: rate, share, days, months, year, product, rounding', () => {
    const { steps, rule, result } = entitlement(
      plan({
        plannedFte: fte(5_000),
        spells: [spell('2023-03-15', '2023-12-31', '0.5')],
        conventionClause: '§ 6',
      }),
    ).derivation();
    expect(rule).toBe('R7');
    expect(steps.map(({ key }) => key)).toEqual([
      'annual-rate',
      'post-share',
      'period',
      'months',
      'year-share',
      'product',
      'rounded',
    ]);
    expect(steps[3]).toMatchObject({ clause: '§ 6', result: { kind: 'months' } });
    expect(result).toEqual({ kind: 'money', cents: 2_267_742n });
  });
});
