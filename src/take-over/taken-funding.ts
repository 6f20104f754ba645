import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Contracts, LineWatchers, type LineWatcher } from '../contracts/contracts.js';
import { ACCOUNT_KEYS } from '../ledger/chart.js';
import { keyOf, Ledger } from '../ledger/ledger.js';
import type { CommandStatement } from '../platform/database/fact-change.js';
import { groupBy } from '../platform/database/recorded.js';
import { latestRevisions } from '../platform/database/revision-queries.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { lineAccount } from './take-over-accounts.rules.js';
import { TakenLineRow } from './take-over.entity.js';
import { readTakeOvers } from './take-over.reading.js';
import { TakeOverWriting } from './take-over-writing.js';

/**
 * A year that was taken over follows its line: when another notice line pays for it, or it gets
 * another partner or component, its entries are reversed and posted there.
 */
@Injectable()
export class TakenFunding implements LineWatcher, OnModuleInit {
  constructor(
    private readonly watchers: LineWatchers,
    private readonly contracts: Contracts,
    private readonly ledger: Ledger,
    private readonly writing: TakeOverWriting,
  ) {}

  onModuleInit(): void {
    this.watchers.register(this);
  }

  async lineChanged(tx: Tx, lineId: string, statement: CommandStatement): Promise<void> {
    const taken = await latestRevisions(tx, TakenLineRow, { where: { lineId } });
    if (taken.length === 0) return;
    const moved: TakenLineRow[] = [];
    const contracts = await this.contracts.contractsOfLines(tx, [lineId]);
    for (const row of taken) {
      const { year } = row;
      const [account] = contracts.flatMap(
        ({ fact }) => lineAccount(fact, { line: lineId, year }) ?? [],
      );
      if (account !== undefined && (await this.isElsewhere(tx, row, keyOf(account.dimensions)))) {
        moved.push(row);
      }
    }
    const byTakeOver = groupBy(moved, ({ takeOverId }) => takeOverId);
    for (const takeOver of await readTakeOvers(tx, { ids: [...byTakeOver.keys()] })) {
      const cases = new Set((byTakeOver.get(takeOver.fact.id) ?? []).map(({ id }) => id));
      await this.writing.repost(tx, takeOver, cases, statement);
    }
  }

  /** Whether the case stands posted under other dimensions than its line has now. */
  private async isElsewhere(
    tx: Tx,
    { lineId: allocationLine, year: budgetYear }: TakenLineRow,
    wanted: string,
  ): Promise<boolean> {
    const filter = { accounts: ACCOUNT_KEYS, kinds: ['take-over', 'lapse'] as const };
    const sums = await this.ledger.sums(tx, { ...filter, allocationLine, budgetYear });
    return sums.some(({ cents, dimensions }) => cents !== 0n && keyOf(dimensions) !== wanted);
  }
}
