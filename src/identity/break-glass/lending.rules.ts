import type { Role } from '../roles.rules.js';
import type { OfficeRole } from '../deputies/deputy.entity.js';
import { LendingRefused } from './break-glass.errors.js';

/** Whoever looks at the cases from outside, or is the other side, acts in none. */
const NEVER_LENT_TO: readonly Role[] = ['administrator', 'auditor', 'partner'];

/**
 * A role is lent to a third person of the office who lacks it; their own roles that do not go with
 * it rest meanwhile.
 *
 * @param held the roles in their account; undefined: no such account, or a closed one
 * @throws LendingRefused
 */
export function ensureLendable(
  role: OfficeRole,
  person: string,
  held: readonly Role[] | undefined,
  lender: string,
): void {
  if (person === lender || held?.includes('administrator')) {
    throw new LendingRefused({ reason: 'third-person' });
  }
  if (held === undefined || NEVER_LENT_TO.some((never) => held.includes(never))) {
    throw new LendingRefused({ reason: 'unfit-person' });
  }
  if (held.includes(role)) throw new LendingRefused({ reason: 'holds-role' });
}
