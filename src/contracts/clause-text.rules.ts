import type { ContractClause } from '../programmes/definitions/definition.js';

/** A contract's text in clauses, with what stands before the first paragraph sign. */
export interface ReadText {
  readonly preamble: readonly string[];
  readonly clauses: readonly ContractClause[];
}

const NUMBER = /^§\s*(\d+\s*[a-z]?)\s*(.*)$/;
/** "(1) …", "a. …", "b) …": a new Absatz or letter begins. */
const ITEM = /^(?:\(\d+[a-z]?\)|[a-z][.)])\s/;
const SENTENCE_END = /[.:;]$/;

/**
 * Reads the text of a contract as it was pasted: "§ 6" alone or with its heading begins a clause,
 * the next line is its heading, lines of a paragraph are joined, words parted at a line's end put
 * together again.
 */
export function readClauses(text: string): ReadText {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const starts = lines.flatMap((line, index) => (NUMBER.test(line) ? [index] : []));
  const first = starts[0] ?? lines.length;
  return {
    preamble: paragraphsOf(lines.slice(0, first)),
    clauses: starts.map((start, index) => clauseOf(lines.slice(start, starts[index + 1]))),
  };
}

/** The text that reads back to the same clauses: a blank line between two paragraphs. */
export function clausesText(clauses: readonly ContractClause[]): string {
  return clauses
    .map(({ number, heading, paragraphs }) => [`${number}\n${heading}`, ...paragraphs].join('\n\n'))
    .join('\n\n');
}

function clauseOf([head = '', ...rest]: readonly string[]): ContractClause {
  const [, digits = '', sameLine = ''] = NUMBER.exec(head) ?? [];
  const filled = rest.findIndex((line) => line !== '');
  const heading = sameLine === '' && filled >= 0 ? rest[filled] : sameLine;
  const body = sameLine === '' && filled >= 0 ? rest.slice(filled + 1) : rest;
  return {
    number: `§ ${digits.replaceAll(/\s/g, '')}`,
    heading: heading === undefined || heading === '' ? 'ohne Überschrift' : heading,
    paragraphs: paragraphsOf(body),
  };
}

/** A blank line ends a paragraph; so does an item that begins, or a sentence that ended well short of the line. */
function paragraphsOf(lines: readonly string[]): readonly string[] {
  const paragraphs: string[] = [];
  let open = false;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (line === '') open = false;
    else if (open && last !== undefined && !ITEM.test(line)) {
      paragraphs.splice(-1, 1, joined(last, line));
    } else {
      paragraphs.push(line);
      open = true;
    }
    if (SENTENCE_END.test(line) && line.length < SHORT_LINE) open = false;
  }
  return paragraphs;
}

/** A line shorter than this that ends a sentence ends the paragraph, too. */
const SHORT_LINE = 72;

/** "Fall-" + "management" and "Nordrhein-" + "Westfalen" are one word, "Sach-" + "und …" are more. */
function joined(before: string, line: string): string {
  const parted = /\p{L}-$/u.test(before) && !/^(?:und|oder|bzw)\b/.test(line);
  if (!parted) return `${before} ${line}`;
  return (/^\p{Lu}/u.test(line) ? before : before.slice(0, -1)) + line;
}
