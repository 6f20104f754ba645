/** More than any honest definition needs, and little enough to read without risk. */
export const YAML_LIMITS = {
  bytes: 4_000_000,
  /** Brackets inside brackets, and list marks in one line. */
  depth: 24,
  /** Columns that a line may be indented. */
  indent: 120,
  /** Values after all references are followed: a "bomb" has billions. */
  values: 400_000,
} as const;

/**
 * The offset of the first place that is nested deeper than the limit, before the text is parsed:
 * the parser calls itself once per level and would take the process with it.
 */
export function tooDeepAt(text: string): number | undefined {
  let open = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text[index];
    if (sign === '[' || sign === '{') open += 1;
    else if ((sign === ']' || sign === '}') && open > 0) open -= 1;
    if (open > YAML_LIMITS.depth) return index;
  }
  return tooDeepLineAt(text);
}

const LIST_MARKS = new RegExp(`^(?:\\s*[-?:]\\s+){${YAML_LIMITS.depth}}`, 'm');
const INDENT = new RegExp(`^ {${YAML_LIMITS.indent}}`, 'm');

function tooDeepLineAt(text: string): number | undefined {
  return LIST_MARKS.exec(text)?.index ?? INDENT.exec(text)?.index;
}
