/** A notice in the definition language, as far as somebody has filled it in. */
export type WrittenNotice = Readonly<Record<string, unknown>>;

/** A line of it; each value may still be missing. */
export interface WrittenLine {
  readonly id?: string;
  readonly component?: string;
  readonly year?: string;
  readonly fte?: string;
  readonly amount?: string;
  readonly terms: readonly WrittenTerm[];
}

export interface WrittenTerm {
  readonly quantity?: string;
  readonly unit?: string;
  readonly amount?: string;
}

/** The lines in their order; nothing that is not written is made up. */
export function linesOf(input: WrittenNotice): readonly WrittenLine[] {
  return groups(input['lines']).map((line) => ({ ...line, terms: groups(line['terms']) }));
}

export function isFilled(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function groups(value: unknown): readonly Readonly<Record<string, string>>[] {
  if (!Array.isArray(value)) return [];
  return value.map((entry: unknown) =>
    typeof entry === 'object' && entry !== null ? (entry as Readonly<Record<string, string>>) : {},
  );
}
