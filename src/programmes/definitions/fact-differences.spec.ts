import { cents } from '../../domain/money/cents.js';
import { factDifferences } from './fact-differences.js';

const line = (id: string, fte: number, amount: bigint) => ({ id, fte, amountCents: cents(amount) });

describe('what a change made of a fact', () => {
  it('is told value by value, as people write them, things of a list by name', () => {
    const before = { title: 'KIM', lines: [line('a', 5_000, 5_500_000n), line('b', 1, 1n)] };
    const after = { title: 'KIM', lines: [line('b', 1, 1n), line('a', 10_000, 5_700_000n)] };
    expect(factDifferences(before, after)).toEqual([
      { path: 'lines[a].fte', before: '0,5', after: '1,0' },
      { path: 'lines[a].amount', before: '55.000,00\u00a0€', after: '57.000,00\u00a0€' },
    ]);
  });

  it('tells what came and what went with all its values', () => {
    const before = { lines: [line('a', 5_000, 1n)], note: 'alt' };
    const after = { lines: [line('b', 10_000, 2n)] };
    expect(factDifferences(before, after)).toEqual([
      { path: 'lines[a].id', before: 'a', after: '' },
      { path: 'lines[a].fte', before: '0,5', after: '' },
      { path: 'lines[a].amount', before: '0,01\u00a0€', after: '' },
      { path: 'lines[b].id', before: '', after: 'b' },
      { path: 'lines[b].fte', before: '', after: '1,0' },
      { path: 'lines[b].amount', before: '', after: '0,02\u00a0€' },
      { path: 'note', before: 'alt', after: '' },
    ]);
  });

  it('compares a list without names place by place', () => {
    expect(factDifferences({ towns: ['Lünen', 'Selm'] }, { towns: ['Lünen'] })).toEqual([
      { path: 'towns[1]', before: 'Selm', after: '' },
    ]);
  });

  it('does not mix up two things of one name', () => {
    const twice = {
      measures: [
        { item: 'room', months: 1 },
        { item: 'room', months: 2 },
      ],
    };
    const once = { measures: [{ item: 'room', months: 1 }] };
    expect(factDifferences(once, twice)).toEqual([
      { path: 'measures[1].item', before: '', after: 'room' },
      { path: 'measures[1].months', before: '', after: '2' },
    ]);
  });
});
