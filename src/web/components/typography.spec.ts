import { glued } from './typography.js';

describe('a text on a page', () => {
  it.each([
    ['§ 15 Abs. 2 Satz 1', '§\u00a015 Abs.\u00a02 Satz\u00a01'],
    ['§ 4 Abs. 1 Buchst. a, § 6', '§\u00a04 Abs.\u00a01 Buchst.\u00a0a, §\u00a06'],
    ['höchstens 9.700 Euro je VzÄ', 'höchstens 9.700\u00a0Euro je VzÄ'],
    ['KIM I · Lünen', 'KIM I\u00a0· Lünen'],
    ['Der Satz des Landes', 'Der Satz des Landes'],
  ])('keeps together what belongs together: %s', (text, kept) => {
    expect(glued(text)).toBe(kept);
  });
});
