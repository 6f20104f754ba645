import fc from 'fast-check';
import {
  formatAmount,
  formatEuro,
  formatEuroPlain,
  isAmount,
  isEuro,
  parseAmount,
  parseEuro,
} from './amount-text.js';
import { cents } from './cents.js';
import { InvalidField } from '../errors/invalid-field.js';

describe('money as text', () => {
  it.each([
    ['1.234,56', 123_456n],
    ['1234,56 €', 123_456n],
    ['-5', -500n],
    ['0,01\u00a0€', 1n],
    ['1.026.000 EUR', 102_600_000n],
  ])('reads the German "%s"', (text, expected) => {
    expect(parseEuro(text)).toBe(expected);
  });

  it.each(['1,234.56', '12,5', '1.23', '1.2345,00', '', '€', '1 234,00', '+5', '0,001', '1e3'])(
    'refuses the German "%s" and guesses nothing',
    (text) => {
      expect(isEuro(text)).toBe(false);
      expect(() => parseEuro(text)).toThrow(InvalidField);
    },
  );

  it.each([
    ['57000.00', 5_700_000n],
    ['57000', 5_700_000n],
    ['-0.5', -50n],
  ])('reads the API amount "%s"', (text, expected) => {
    expect(parseAmount(text)).toBe(expected);
  });

  it.each(['1.234', '1,5', '.5', '5.', '', ' 5', '1e3', '١', '1'.repeat(16)])(
    'refuses the API amount "%s"',
    (text) => {
      expect(isAmount(text)).toBe(false);
      const refusal = new InvalidField('amount', text, '/total');
      expect(() => parseAmount(text, '/total')).toThrow(refusal);
    },
  );

  it('writes thousands, sign and no-break space', () => {
    expect(formatEuro(cents(-123_456_789n))).toBe('-1.234.567,89\u00a0€');
    expect(formatEuroPlain(cents(7n))).toBe('0,07');
    expect(formatAmount(cents(-5n))).toBe('-0.05');
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n).map(cents), (amount) => {
        expect(parseEuro(formatEuro(amount))).toBe(amount);
        expect(parseAmount(formatAmount(amount))).toBe(amount);
      }),
    );
  });
});
