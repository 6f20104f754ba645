import { cents, minCents, ZERO_CENTS, type Cents } from '../../domain/money/cents.js';
import type { MoneyStanding } from '../ledger/money-standing.js';

/** Where the money of a year stands: each a station of the picture. */
export const STAGES = [
  'bound',
  'kept',
  'paid',
  'in-transit',
  'open',
  'lapsed',
  'proven',
  'unproven',
  'claimed',
] as const;
export type Stage = (typeof STAGES)[number];

/** Money between two stations; 'source' is what brings it: a component, or own funds. */
export interface Movement {
  readonly from: 'source' | Stage;
  readonly to: Stage;
  readonly cents: Cents;
}

type MovedSums = Pick<
  MoneyStanding,
  | 'grantedCents'
  | 'committedCents'
  | 'orderedCents'
  | 'inTransitCents'
  | 'openCommitmentCents'
  | 'lapsedCents'
  | 'settledCents'
  | 'payablesCents'
  | 'advancesCents'
>;

/**
 * What was granted → bound by contracts → paid out → proven. At each step the parts add up to what
 * came in: what was paid is proven, or claimed back, or still to be proven.
 */
export function movements(
  sums: MovedSums,
  { isOwn }: { readonly isOwn: boolean },
): readonly Movement[] {
  const paid = notNegative(sums.orderedCents - sums.inTransitCents);
  const proven = minCents(paid, notNegative(sums.settledCents - sums.payablesCents));
  const unpaidAdvances = notNegative(sums.advancesCents - sums.inTransitCents);
  const unproven = minCents(cents(paid - proven), unpaidAdvances);
  const kept = isOwn ? ZERO_CENTS : notNegative(sums.grantedCents - sums.committedCents);
  const all: readonly Movement[] = [
    { from: 'source', to: 'bound', cents: sums.committedCents },
    { from: 'source', to: 'kept', cents: kept },
    { from: 'bound', to: 'paid', cents: paid },
    { from: 'bound', to: 'in-transit', cents: sums.inTransitCents },
    { from: 'bound', to: 'open', cents: sums.openCommitmentCents },
    { from: 'bound', to: 'lapsed', cents: sums.lapsedCents },
    { from: 'paid', to: 'proven', cents: proven },
    { from: 'paid', to: 'unproven', cents: unproven },
    { from: 'paid', to: 'claimed', cents: cents(paid - proven - unproven) },
  ];
  return all.filter((movement) => movement.cents > 0n);
}

function notNegative(amount: bigint): Cents {
  return cents(amount < 0n ? 0n : amount);
}
