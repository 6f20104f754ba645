import { DoesNotFit } from './amendments.errors.js';
import type { Effects, HolderEffect, HolderState } from './effects.types.js';

/** R1: whether the change makes something short, or shorter than it is. */
export function isWorse({ before, after }: HolderEffect): boolean {
  return (
    missing(after, 'fte') > missing(before, 'fte') ||
    missing(after, 'cents') > missing(before, 'cents')
  );
}

/** The most that is missing on any day. */
function missing({ shortages }: HolderState, measure: 'fte' | 'cents'): bigint {
  const amounts = shortages
    .filter((shortage) => shortage.measure === measure)
    .map((shortage): bigint =>
      shortage.measure === 'fte' ? BigInt(shortage.missingFte) : shortage.missingCents,
    );
  return amounts.reduce((most, amount) => (amount > most ? amount : most), 0n);
}

/**
 * R1: what is drafted must fit into what is granted, as if all had signed.
 * @param kinds posts above their line are shown, but only those of these kinds refuse
 * @throws DoesNotFit with the first that does not
 */
export function ensureFits(
  { years }: Effects,
  kinds: readonly HolderEffect['kind'][] = ['notice-line', 'allocation-line'],
): void {
  const worse = years
    .flatMap(({ holders }) => holders)
    .find((holder) => kinds.includes(holder.kind) && isWorse(holder));
  if (worse === undefined) return;
  const [shortage] = worse.after.shortages;
  if (shortage === undefined) return;
  const amount: bigint =
    shortage.measure === 'fte' ? BigInt(shortage.missingFte) : shortage.missingCents;
  throw new DoesNotFit({
    holder: `${worse.kind}:${worse.id}`,
    measure: shortage.measure,
    from: shortage.period.from,
    to: shortage.period.to,
    missing: amount,
  });
}
