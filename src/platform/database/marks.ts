/** The marks of a list in a statement, one for each value: "?, ?, ?". */
export function marksFor(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}
