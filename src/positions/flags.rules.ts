import type { Shortage } from '../capacity/capacity.queries.js';
import type { LineExcess } from '../contracts/commitment-excess.queries.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { BookFacts } from './book-facts.js';
import { contractFlags, type PermissionOf } from './contract-flags.rules.js';
import { excessFlags } from './excess-flags.rules.js';
import { inOrder, type Flag } from './flag.js';
import { noticeFlags, positionFlags, shortageFlags } from './position-flags.rules.js';

/** What the flags of a year are told from. */
export interface FlagScope {
  readonly year: number;
  /** The last day of the year that counts. */
  readonly through: PlainDate;
  readonly shortages: readonly Shortage[];
  readonly excesses: readonly LineExcess[];
  readonly permissionOf: PermissionOf;
}

/** All flags of a year, red before yellow. */
export function flagsOf(facts: BookFacts, scope: FlagScope): readonly Flag[] {
  const { year, through, shortages, excesses, permissionOf } = scope;
  return inOrder([
    ...shortageFlags(facts, shortages, year),
    ...excessFlags(facts, excesses),
    ...contractFlags(facts, year, permissionOf),
    ...noticeFlags(facts, year),
    ...positionFlags(facts, year, through),
  ]);
}
