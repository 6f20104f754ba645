import {
  CHECKLIST_ITEMS,
  type ChecklistEntry,
  type ChecklistItem,
  type ChecklistState,
} from '../programmes/definitions/definition.js';

/** How many items of the checklist stand in which state. */
export type ChecklistSummary = Readonly<Record<ChecklistState, number>>;

/**
 * The 13 items of VV Nr. 12 zu § 44 LHO in their order (R4). An item that nobody looked at
 * counts as `missing`: silence of the file is no proof that the contract says it.
 */
export function completeChecklist(entries: readonly ChecklistEntry[]): readonly ChecklistEntry[] {
  const known = new Map<ChecklistItem, ChecklistEntry>(entries.map((entry) => [entry.item, entry]));
  return CHECKLIST_ITEMS.map((item) => known.get(item) ?? { item, state: 'missing' });
}

export function summarizeChecklist(entries: readonly ChecklistEntry[]): ChecklistSummary {
  const summary = { explicit: 0, 'by-reference': 0, missing: 0, contradictory: 0 };
  for (const { state } of completeChecklist(entries)) summary[state] += 1;
  return summary;
}
