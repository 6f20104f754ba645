import {
  fteToApi,
  formatFte,
  fte,
  isApiFte,
  isBelowUsualShare,
  isFte,
  parseFte,
  sumFte,
} from './fte.js';
import { InvalidField } from '../errors/invalid-field.js';

describe('a share in VzÄ', () => {
  it.each([
    ['0.5', 5_000],
    ['0,5', 5_000],
    ['18', 180_000],
    ['0.3846', 3_846],
  ])('reads "%s"', (text, expected) => {
    expect(parseFte(text)).toBe(expected);
  });

  it.each(['-0.5', '0.12345', '', 'eins', '.5', '1.', '1e1', '1/2'])('refuses "%s"', (text) => {
    expect(isFte(text)).toBe(false);
    expect(() => parseFte(text, '/fte')).toThrow(InvalidField);
  });

  it.each(['0,5', ' 0.5 ', '5\n', '1.', '٣'])('is no "%s" for the API', (text) => {
    expect(isApiFte(text)).toBe(false);
    expect(isApiFte('0.5')).toBe(true);
  });

  it('writes German with a comma and the API with a point', () => {
    expect(formatFte(fte(5_000))).toBe('0,5');
    expect(formatFte(fte(180_000))).toBe('18,0');
    expect(formatFte(fte(3_846))).toBe('0,3846');
    expect(fteToApi(fte(7_500))).toBe('0.75');
  });

  it('warns below 0.5 (R5): 0.38 warns, 0.5 does not', () => {
    expect(isBelowUsualShare(parseFte('0,38'))).toBe(true);
    expect(isBelowUsualShare(parseFte('0,5'))).toBe(false);
  });

  it('adds up without a trace of a float', () => {
    expect(sumFte([1_000, 2_000, 7_000].map(fte))).toBe(10_000);
  });
});
