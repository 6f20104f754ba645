import { LINE_LENGTH_MAX, printableLine } from './printable-line.js';

describe('a printable line', () => {
  it('is trimmed, and a break of the line is a blank', () => {
    expect(printableLine('  Stadt\r\n  Lünen \n')).toBe('Stadt Lünen');
    expect(printableLine(' ')).toBe('');
  });

  it.each([
    ['a NUL', 'a\0b'],
    ['a bell', 'a\u0007b'],
    ['half of a pair', 'a\ud800'],
    ['a mark that turns the direction', '\u202enenüL'],
    ['a mark that isolates the direction', '\u2066x\u2069'],
    ['more than anybody reads', 'x'.repeat(LINE_LENGTH_MAX + 1)],
  ])('does not hold %s', (_, text) => {
    expect(printableLine(text)).toBeUndefined();
  });
});
