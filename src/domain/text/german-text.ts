/** How German text is ordered and found: one way for pages, files and the API. */

const COLLATOR = new Intl.Collator('de', { numeric: true });
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };
const ACCENTS = /[\u0300-\u036f]/g;
/** Nobody types more words into a search field; each of them costs a look at every row. */
const WORDS_MAX = 12;

/** Order of a German phone book, with figures by their value: "G-2" before "G-10". */
export function germanOrder(a: string, b: string): number {
  return COLLATOR.compare(a, b);
}

/** Text as it is searched: "Lünen" and "LUENEN" become "luenen". */
export function foldedText(text: string): string {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, umlautOf);
  return plain.normalize('NFD').replace(ACCENTS, '');
}

/** The words of a search, folded, each once. */
export function searchWords(text: string): readonly string[] {
  return [...new Set(foldedText(text).split(/\s+/).filter(Boolean))].slice(0, WORDS_MAX);
}

/** Whether folded text has all the words, in any order. */
export function hasWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}

function umlautOf(letter: string): string {
  return UMLAUTS[letter] ?? letter;
}
