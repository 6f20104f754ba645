/** Lines of a CSV file as a German Excel opens them: fields between semicolons, quoted where needed. */

/** Excel takes a file without this mark for something else than UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';
export const CSV_LINE_END = '\r\n';

/**
 * What spreadsheet programs take for the start of a formula, or for a way to one. The apostrophe
 * itself is in the list, so that taking one off again always gives the text back.
 */
const FORMULA_START = /^['=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[";\r\n]/;

/** Text that no program computes: an apostrophe stands before what might be a formula. */
export function guarded(text: string): string {
  return FORMULA_START.test(text) ? `'${text}` : text;
}

/** The text that {@link guarded} was given. */
export function unguarded(field: string): string {
  return field.startsWith("'") ? field.slice(1) : field;
}

/** One line, without its end. */
export function csvLine(fields: readonly string[]): string {
  return fields.map(quoted).join(';');
}

/** The fields of one line; undefined if its quotation marks do not close. */
export function csvFields(line: string): string[] | undefined {
  if (!line.includes('"')) return line.split(';');
  const fields: string[] = [];
  for (let at = 0; at <= line.length;) {
    const end = line[at] === '"' ? closingQuote(line, at) : nextSemicolon(line, at);
    if (end < 0 || (end < line.length && line[end] !== ';')) return undefined;
    const field = line.slice(at, end);
    fields.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    at = end + 1;
  }
  return fields;
}

function quoted(field: string): string {
  return NEEDS_QUOTES.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** The place after the mark that closes a quoted field; -1 if none does. */
function closingQuote(line: string, from: number): number {
  for (let at = from + 1; ; at += 2) {
    at = line.indexOf('"', at);
    if (at < 0) return -1;
    if (line[at + 1] !== '"') return at + 1;
  }
}

function nextSemicolon(line: string, from: number): number {
  const at = line.indexOf(';', from);
  return at < 0 ? line.length : at;
}
