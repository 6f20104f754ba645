import { spansInForce } from '../contracts/contracts.js';
import { yearsOf } from '../domain/calendar/period.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import type { BookFacts, ProgrammeFigures } from '../positions/positions.js';
import { changedFacts, withVersions } from './changed-facts.rules.js';
import { effectsOf } from './effects.rules.js';
import { isWorse } from './fit.rules.js';
import { movedContracts, vacantPosts } from './what-if.rules.js';
import type { FteMove, WhatIf } from './what-if.types.js';

/**
 * "Was wäre, wenn" VzÄ moved: the contracts as they would be amended, and all sums.
 * @throws UnknownAllocationLine, NotMovable, NotVacant
 */
export function whatIf(
  facts: BookFacts,
  moves: readonly FteMove[],
  {
    on,
    figuresOf,
  }: {
    readonly on: PlainDate;
    readonly figuresOf: (year: number) => ProgrammeFigures;
  },
): WhatIf {
  const contracts = movedContracts(facts, moves);
  const amended = contracts.flatMap(({ contract: id, proposed }) => {
    const contract = facts.contracts.find((known) => known.id === id);
    return contract ? [withVersions(contract, [proposed])] : [];
  });
  const years = amended
    .flatMap((contract) => spansInForce(contract).slice(-1))
    .flatMap(({ period }) => yearsOf(period));
  const after = changedFacts(facts, { contracts: amended });
  const effects = effectsOf(facts, after, { years, on, figuresOf });
  const fits = !effects.years.some(({ holders }) =>
    holders.some((holder) => holder.kind === 'notice-line' && isWorse(holder)),
  );
  return { moves, contracts, vacantPosts: vacantPosts(facts, moves), effects, fits };
}
