import { pointerOf, type FactFinding } from '../programmes/definitions/fact-reading.js';
import { FactRefused } from '../programmes/programmes.errors.js';

/** @throws FactRefused if one of the findings is a mistake; with the warnings beside them */
export function ensureNoError(findings: readonly FactFinding[]): void {
  if (findings.some(({ severity }) => severity === 'error')) throw new FactRefused(findings);
}

/** The finding of a part, told from the whole: "share" of "rows[3]" is "rows[3].share". */
export function placed(path: string, finding: FactFinding): FactFinding {
  if (path === '') return finding;
  return { ...finding, path: finding.path === '' ? path : `${path}.${finding.path}` };
}

/** Findings as the API tells them: with a pointer into the body. */
export function findingsJson(findings: readonly FactFinding[]): readonly object[] {
  return findings.map(({ path, message, severity }) => ({
    pointer: pointerOf(path),
    detail: message,
    severity,
  }));
}
