import type { AccountKey } from '../chart.js';

/**
 * For each line of a contract and budget year: what was ordered = what is settled - `payables` +
 * `advances` + what was claimed back on own ground. Written as a sum that must be zero: orders
 * stand on `commitments` (credit), beside what contracts bind and what lapses; claims on own
 * ground are what recoveries put on `recovery-claims` less the regress part.
 *
 * Entries by hand and what was taken over stand outside: they tell a state, not an event.
 *
 * @param kind of the entry; of a reversal the kind of what it takes back
 */
export function countsInEquation(account: AccountKey, kind: string): boolean {
  if (kind === 'adjustment' || kind === 'take-over') return false;
  if (BECAME.has(account)) return true;
  if (account === 'commitments') return kind !== 'commitment' && kind !== 'lapse';
  return CLAIMED.has(account) && (kind === 'recovery' || kind === 'bounce');
}

const BECAME: ReadonlySet<AccountKey> = new Set(['forwarded', 'advances', 'payables']);
const CLAIMED: ReadonlySet<AccountKey> = new Set(['recovery-claims', 'returns-income']);
