import { cents, type Cents } from '../domain/money/cents.js';
import type { LineScope, Standing } from '../ledger/ledger.js';

/** "Mehr angeordnet, als der Vertrag bindet": a contract was cut below what was ordered of a line. */
export interface CommitmentExcess {
  /** By the versions in force. */
  readonly boundCents: Cents;
  readonly orderedCents: Cents;
  readonly excessCents: Cents;
}

/**
 * A commitment falls to what is ordered at most (`commitmentPostings`): what then stands ordered
 * above the contract was ordered before, and somebody decides whether it is claimed back.
 * @returns undefined while something is still to be ordered, or the contract binds what is ordered
 */
export function excessOver(
  boundCents: Cents,
  { orderedCents, openCents }: { readonly orderedCents: Cents; readonly openCents: Cents },
): CommitmentExcess | undefined {
  const excess = orderedCents - boundCents;
  if (openCents > 0n || excess <= 0n) return undefined;
  return { boundCents, orderedCents, excessCents: cents(excess) };
}

/** The same of all that a line has booked and that is no longer open: ordered, or lapsed. */
export function bookedExcess(
  scope: LineScope,
  boundCents: Cents,
  standing: Standing,
): CommitmentExcess | undefined {
  const openCents = standing.allOf('commitments', scope);
  return excessOver(boundCents, {
    orderedCents: standing.ownOf('commitments', scope),
    openCents,
  });
}
