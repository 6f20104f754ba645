import { correctedRange, linesOf } from './paste-lines.js';

describe('the lines of a pasted range', () => {
  it('are read between semicolons where there is no tab, as a CSV file has them', () => {
    expect(linesOf('Stelle;von\r\n"LÜN;1";01.01.2025').lines).toEqual([
      { row: 1, cells: ['Stelle', 'von'] },
      { row: 2, cells: ['LÜN;1', '01.01.2025'] },
    ]);
  });

  it('take other texts in their cells, by heading, and stay what they are besides', () => {
    const text = 'von\tStelle\r\n\r\n31.02.2025\tLÜN-1\r\n01.03.2025\t"zwei\nZeilen"';
    const corrected = correctedRange(text, [
      { row: 3, column: 'from', text: '28.02.2025' },
      { row: 4, column: 'position', text: 'LÜN-2' },
      { row: 4, column: 'share', text: '0,5' },
      { row: 9, column: 'from', text: '01.01.2025' },
    ]);
    expect(linesOf(corrected).lines).toEqual([
      { row: 1, cells: ['von', 'Stelle'] },
      { row: 3, cells: ['28.02.2025', 'LÜN-1'] },
      { row: 4, cells: ['01.03.2025', 'LÜN-2'] },
    ]);
  });

  it('take a text in a cell that was not there, in the order that goes without headings', () => {
    const corrected = correctedRange('LÜN-1\tLUE-1', [{ row: 1, column: 'share', text: '1' }]);
    expect(linesOf(corrected).lines[0]?.cells).toEqual(['LÜN-1', 'LUE-1', '', '', '1']);
  });

  it('stay as they are if there is nothing to correct or no table', () => {
    expect(correctedRange('a\tb ', [])).toBe('a\tb ');
    const open = 'LÜN-9\t"LUE-1';
    expect(correctedRange(open, [{ row: 1, column: 'from', text: 'x' }])).toBe(open);
  });
});
