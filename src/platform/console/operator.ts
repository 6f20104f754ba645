import type { FactChange } from '../database/fact-change.js';
import type { Ids } from '../ids/ids.js';

/** Who acts by the console: whoever has the machine, not a person of the book. */
export const OPERATOR = 'system:console';

/** A change by the console; each call is one of its own. */
export function operatorChange(ids: Ids, reason: string): FactChange {
  return { by: OPERATOR, reason, key: `console:${ids.newId()}` };
}
