/** More than this nobody reads in one field. */
export const LINE_LENGTH_MAX = 4000;

/**
 * What no line of a book holds: control characters, halves of a pair of surrogates, and marks that
 * turn the direction of writing, so that a name reads otherwise than it is stored.
 */
const UNPRINTABLE = /[\p{Cc}\p{Surrogate}\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text for people as the book keeps it: trimmed, a break of the line is a blank.
 * @returns undefined for text that does not print, or is longer than 4,000 characters
 */
export function printableLine(text: string): string | undefined {
  const line = text.trim().replaceAll(/\s*\n\s*/g, ' ');
  return line.length <= LINE_LENGTH_MAX && line.search(UNPRINTABLE) < 0 ? line : undefined;
}

/** The text as a message repeats it: harmless to a terminal and to the eye. */
export function withoutUnprintable(text: string): string {
  return text.replaceAll(UNPRINTABLE, '\ufffd');
}
