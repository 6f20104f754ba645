import { parsePlainDate as day } from '../calendar/plain-date.js';
import { cents } from '../money/cents.js';
import { fraction } from '../money/fraction.js';
import { fte } from '../proration/fte.js';
import { derivationToJson, quantityToJson } from './derivation-json.js';
import { money, named, step, type Quantity } from './derivation.js';

const days = { from: day('2023-03-15'), to: day('2023-12-31') };
const QUANTITIES: readonly (readonly [Quantity, unknown])[] = [
  [money(cents(2_267_742n)), '22677.42'],
  [{ kind: 'exact-money', cents: fraction(70_300_000n, 31n) }, '703000/31'],
  [{ kind: 'fraction', value: fraction(296n, 372n) }, '74/93'],
  [{ kind: 'percent', value: fraction(312n, 100n) }, '78/25'],
  [{ kind: 'number', value: 3 }, 3],
  [{ kind: 'days', days: 89 }, 89],
  [{ kind: 'year', year: 2023 }, 2023],
  [{ kind: 'fte', fte: fte(5_000) }, '0.5'],
  [{ kind: 'day', day: days.from }, '2023-03-15'],
  [{ kind: 'period', period: days }, days],
  [
    { kind: 'daily-shares', shares: [{ ...days, share: fte(7_500) }] },
    [{ ...days, share: '0.75' }],
  ],
  [
    { kind: 'months', units: [0, 0, 17, 31], whole: 31 },
    [
      { month: 3, share: '17/31' },
      { month: 4, share: '1' },
    ],
  ],
  [{ kind: 'text', text: 'Ostermontag' }, 'Ostermontag'],
];

describe('a derivation as JSON', () => {
  it.each(QUANTITIES)('writes %j as %j', (quantity, value) => {
    expect(quantityToJson(quantity)).toEqual({ kind: quantity.kind, value });
  });

  it('keeps rule, version, clause, inputs and rounding, and survives JSON', () => {
    const result = money(cents(100n));
    const json = derivationToJson({
      rule: 'R7',
      ruleVersion: 1,
      rounding: 'none',
      result,
      steps: [step('total', [named('amount', result)], result, '§ 6'), step('total', [], result)],
    });
    expect(JSON.parse(JSON.stringify(json))).toEqual({
      rule: 'R7',
      ruleVersion: 1,
      rounding: 'none',
      result: { kind: 'money', value: '1.00' },
      steps: [
        {
          key: 'total',
          clause: '§ 6',
          inputs: [{ name: 'amount', kind: 'money', value: '1.00' }],
          result: { kind: 'money', value: '1.00' },
        },
        { key: 'total', inputs: [], result: { kind: 'money', value: '1.00' } },
      ],
    });
  });
});
