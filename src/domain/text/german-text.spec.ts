import { foldedText, germanOrder, hasWords, searchWords } from './german-text.js';

describe('German text', () => {
  it('is ordered like a phone book, figures by their value', () => {
    const names = ['Unna', 'Ölmühle', 'G-10', 'Zeche', 'G-2', 'Oberhausen', 'über'];
    expect(names.toSorted(germanOrder)).toEqual([
      ...['G-2', 'G-10', 'Oberhausen', 'Ölmühle', 'über', 'Unna', 'Zeche'],
    ]);
  });

  it.each([
    ['Lünen', 'luenen'],
    ['LÜNEN', 'luenen'],
    ['Lu\u0308nen', 'luenen'],
    ['Straße', 'strasse'],
    ['Café', 'cafe'],
  ])('%s is found as %s', (text, folded) => {
    expect(foldedText(text)).toBe(folded);
  });

  it('has all words of a search in any order, each asked for once', () => {
    const words = searchWords('  Kreis unna KREIS ');
    expect(words).toEqual(['kreis', 'unna']);
    expect(hasWords(foldedText('Unna, der Kreis'), words)).toBe(true);
    expect(hasWords(foldedText('Unna'), words)).toBe(false);
    expect(hasWords(foldedText('Unna'), searchWords(' '))).toBe(true);
  });
});
