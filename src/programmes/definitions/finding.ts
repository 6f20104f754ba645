import type { DefinitionFile, SourcePlace } from './definition.js';

export type Severity = 'error' | 'warning';

/** "Befund": one mistake or doubt about a definition file, with its place, for the person who wrote it. */
export interface Finding extends SourcePlace {
  readonly severity: Severity;
  /** What is wrong and what was expected: one German sentence or two. */
  readonly message: string;
}

/** A finding at a path of a parsed file. */
export function findingAt(
  file: DefinitionFile,
  path: string,
  message: string,
  severity: Severity = 'error',
): Finding {
  return { ...file.placeOf(path), path, severity, message };
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** In the order in which a person works through the files. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

/** "contracts/a.yaml:12:7: Fehler bei lines[0].fte: …". */
export function formatFinding({ severity, file, line, column, path, message }: Finding): string {
  const kind = severity === 'error' ? 'Fehler' : 'Warnung';
  const where = path === '' ? '' : ` bei ${path}`;
  return `${file}:${line}:${column}: ${kind}${where}: ${message}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
