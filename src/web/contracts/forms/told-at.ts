import type { FactFinding } from '../../../programmes/definitions/fact-reading.js';
import { FactRefused } from '../../../programmes/programmes.errors.js';

type Place = (path: string) => string;

/** What is refused of a fact, told where the form asks for it. @throws FactRefused */
export function toldAt<T>(place: Place, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw toldError(place, error);
  }
}

/** The same for what the book says, with its warnings. @throws FactRefused */
export async function toldAtFields<T>(place: Place, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw toldError(place, error);
  }
}

/** Findings at the fields of a form. */
export function placedAt(place: Place, findings: readonly FactFinding[]): readonly FactFinding[] {
  return findings.map((finding) => {
    const path = place(finding.path);
    return path === 'checklist' ? { ...finding, path, message: OPEN_ITEMS } : { ...finding, path };
  });
}

/** Files tell open items by their keys; a form shows them on a page of its own. */
const OPEN_ITEMS =
  'Die Prüfliste nach VV Nr. 12 zu § 44 LHO ist noch nicht ganz durchgesehen. Vor dem Versand muss zu jedem Punkt ein Stand eingetragen sein (Regel R4).';

function toldError(place: Place, error: unknown): unknown {
  return error instanceof FactRefused ? new FactRefused(placedAt(place, error.findings)) : error;
}
