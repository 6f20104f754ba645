import { didYouMean, listNames, nearestName } from './nearest-name.js';

describe('the nearest name', () => {
  it.each([
    ['celing', 'ceiling'],
    ['ceilign', 'ceiling'],
    ['anualRate', 'annualRate'],
    ['FTE', 'fte'],
  ])('is for %s: %s', (written, meant) => {
    expect(nearestName(written, ['fte', 'ceiling', 'annualRate'])).toBe(meant);
  });

  it('is none where nothing is close', () => {
    expect(nearestName('amount', ['fte', 'region'])).toBeUndefined();
    expect(didYouMean('amount', ['fte'])).toBe('');
  });

  it('lists the first names and counts the rest', () => {
    expect(listNames(['a', 'b', 'c'], 2)).toBe('a, b und 1 weitere');
  });
});
