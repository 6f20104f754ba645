import type { LineExcess } from '../contracts/commitment-excess.queries.js';
import type { BookFacts } from './book-facts.js';
import type { Flag } from './flag.js';

/** R1: of a line more is ordered than its contract binds since it was cut; the rest may be claimed. */
export function excessFlags(
  { lines }: BookFacts,
  excesses: readonly LineExcess[],
): readonly Flag[] {
  return excesses.map(({ contract, line, year, boundCents, orderedCents, excessCents }) => ({
    ...{ code: 'contracts.ordered-above', rule: 'R1', severity: 'red' },
    subject: {
      kind: 'line',
      id: line,
      label: lines.get(line)?.line.title ?? line,
      parent: contract,
    },
    facts: { year, boundCents, orderedCents, amountCents: excessCents },
  }));
}
