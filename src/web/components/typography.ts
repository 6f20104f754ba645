const NO_BREAK_SPACE = '\u00a0';

/** What belongs to the word after it: "§ 15", "Abs. 2", "Nr. 6", "Buchst. a". */
const BEFORE = /(?<=§|Abs\.|Nr\.|Satz) (?=\d)|(?<=Buchst\.) (?=[a-z]\b)/g;
/** What belongs to the figure before it: "57.000 Euro". */
const AFTER = /(?<=\d) (?=Euro\b|Monate\b|Wochen\b)/g;
/** A dot between two facts stays at the end of its line. */
const DOT = / (?=·)/g;

/** A text whose clauses and amounts are not torn apart at the end of a line. */
export function glued(text: string): string {
  return text
    .replace(BEFORE, NO_BREAK_SPACE)
    .replace(AFTER, NO_BREAK_SPACE)
    .replace(DOT, NO_BREAK_SPACE);
}
