/** A column of a table as the console prints it. */
export interface ConsoleColumn {
  readonly head: string;
  /** Figures stand under each other at the right. */
  readonly right?: boolean;
}

const GAP = '  ';

/** Lines of a table with its head underlined; columns that hold nothing are left out. */
export function consoleTable(
  columns: readonly ConsoleColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const shown = columns.flatMap((column, index) => {
    if (rows.every((row) => (row[index] ?? '') === '')) return [];
    const widths = rows.map((row) => row[index]?.length ?? 0);
    return [
      { ...column, index, width: widths.reduce((a, b) => Math.max(a, b), column.head.length) },
    ];
  });
  const line = (textOf: (column: (typeof shown)[number]) => string): string =>
    shown
      .map((column) =>
        column.right === true
          ? textOf(column).padStart(column.width)
          : textOf(column).padEnd(column.width),
      )
      .join(GAP)
      .trimEnd();
  return [
    line(({ head }) => head),
    line(({ width }) => '─'.repeat(width)),
    ...rows.map((row) => line(({ index }) => row[index] ?? '')),
  ];
}
