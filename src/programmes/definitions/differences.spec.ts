import { cents } from '../../domain/money/cents.js';
import { differencesOf } from './differences.js';

describe('where the book and a file differ', () => {
  it('is told with the path in the file and figures as people write them', () => {
    const inBook = { lines: [{ id: 'a', fte: 5_000, ceilingCents: cents(5_700_000n) }] };
    const inFile = {
      lines: [
        { id: 'b', fte: 1 },
        { id: 'a', fte: 10_000, ceilingCents: cents(5_500_000n) },
      ],
    };
    expect(differencesOf(inBook, inFile, '', (path) => path === 'lines[0]')).toEqual([
      { path: 'lines[1].fte', inBook: '0,5', inFile: '1,0' },
      { path: 'lines[1].ceilingCents', inBook: '57.000,00\u00a0€', inFile: '55.000,00\u00a0€' },
    ]);
  });

  it('compares lists without names place by place, and tells what is surplus', () => {
    expect(differencesOf({ towns: ['Lünen', 'Selm'] }, { towns: ['Lünen'] })).toEqual([
      { path: 'towns[1]', inBook: 'Selm', inFile: '' },
    ]);
  });

  it('does not mind what only the book has', () => {
    expect(differencesOf({ posts: [{ id: 'a' }, { id: 'b' }] }, { posts: [{ id: 'b' }] })).toEqual(
      [],
    );
  });
});
