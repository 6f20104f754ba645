import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import { cents, sumCents, ZERO_CENTS } from '../domain/money/cents.js';
import { TurnoverQueries, type Turnover } from '../ledger/turnover.queries.js';
import { groupBy } from '../platform/database/recorded.js';
import type { ContractDefinition } from '../programmes/definitions/definition.js';
import { excessOver, type CommitmentExcess } from './commitment-excess.rules.js';
import { boundInYear } from './commitment-postings.rules.js';

export { excessOver } from './commitment-excess.rules.js';
export { boundInYear } from './commitment-postings.rules.js';
export type { CommitmentExcess } from './commitment-excess.rules.js';

/** A line of which more is ordered than its contract binds now. */
export interface LineExcess extends CommitmentExcess {
  readonly contract: string;
  readonly line: string;
  readonly year: number;
}

/** What is ordered above commitments that were cut. */
@Injectable()
export class CommitmentExcessQueries {
  constructor(private readonly turnovers: TurnoverQueries) {}

  /**
   * Of a budget year, in order of line. As ceilings do, it ignores when an entry takes effect.
   * @param contracts as they were known at the same instant
   */
  async excesses(
    { year, knownAt }: { readonly year: number; readonly knownAt?: Instant | undefined },
    contracts: readonly ContractDefinition[],
  ): Promise<readonly LineExcess[]> {
    const filter = { accounts: ['commitments'] as const, budgetYear: year };
    const rows = await this.turnovers.turnovers({ ...filter, ...(knownAt && { knownAt }) });
    const byId = new Map(contracts.map((contract) => [contract.id, contract]));
    const lines = groupBy(rows, ({ allocationLine = '' }) => allocationLine);
    return [...lines]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([line, own]) => {
        const id = own.at(-1)?.contract ?? '';
        const sums = sumsOf(own);
        // What a year binds is computed for those lines only that have nothing left to order.
        if (line === '' || excessOver(ZERO_CENTS, sums) === undefined) return [];
        const contract = byId.get(id);
        const bound = contract === undefined ? ZERO_CENTS : boundInYear(contract, line, year);
        const excess = excessOver(bound, sums);
        return excess === undefined ? [] : [{ contract: id, line, year, ...excess }];
      });
  }
}

/** What was ordered under whatever dimensions, and what is still to be ordered. */
function sumsOf(rows: readonly Turnover[]) {
  const ordered = rows.filter(({ kind }) => kind !== 'commitment' && kind !== 'lapse');
  return {
    orderedCents: cents(-sumCents(ordered.map((row) => row.cents))),
    openCents: sumCents(rows.map((row) => row.cents)),
  };
}
