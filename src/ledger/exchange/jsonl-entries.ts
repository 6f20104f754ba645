import type { FilePiece, RawEntry, Wrong } from './stated-entry.types.js';
import type { TextLine } from './text-lines.js';

/** The entries of a file of JSON lines, as {@link jsonLine} writes them. */
export function* jsonlEntries(lines: Iterable<TextLine>): Generator<FilePiece> {
  for (const { number, text } of lines) {
    if (text?.trim() !== '') yield pieceOf(number, text);
  }
}

function pieceOf(line: number, text: string | undefined): FilePiece {
  if (text === undefined) return mistakeAt(line, 'Die Zeile ist kein Text in UTF-8.');
  const content = contentOf(text);
  const type = content?.['type'];
  if (type === 'account' || type === 'closing') return { kind: 'passed-over', what: type };
  if (type !== 'entry') {
    return mistakeAt(line, 'Erwartet wird eine Zeile wie {"content":{…,"type":"entry"},…}.');
  }
  const entry: RawEntry = { line, content, placeOf: (wrong) => ({ line, field: pathOf(wrong) }) };
  return { kind: 'entry', entry };
}

function contentOf(text: string): Record<string, unknown> | undefined {
  try {
    const stated = JSON.parse(text) as { readonly content?: Record<string, unknown> } | null;
    return stated?.content;
  } catch {
    return undefined; // no JSON: told as what was expected
  }
}

function pathOf({ field, posting }: Wrong): string {
  if (posting === undefined) return field;
  return `postings[${posting}]${field === '' ? '' : `.${field}`}`;
}

function mistakeAt(line: number, message: string): FilePiece {
  return { kind: 'mistake', mistake: { line, field: '', message } };
}
