import { Injectable } from '@nestjs/common';
import { Capacity } from '../capacity/capacity.js';
import { latestRevisions } from '../platform/database/revision-queries.js';
import type { CommandStatement } from '../platform/database/fact-change.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { ContractDefinition } from '../programmes/definitions/definition.js';
import { Contract } from './contract.entity.js';
import { contractsOfLines, readContracts } from './contract.reading.js';
import {
  allocationLineHolder,
  grantOfLine,
  growthOfLine,
  linesTopDown,
  usesOfLine,
  type LineUse,
} from './line-capacity.rules.js';
import { LineWatchers } from './line-watchers.js';

/** A contract as it will stand, and as it stood; absent: it is new. */
export interface ContractChange {
  readonly after: ContractDefinition;
  readonly before: ContractDefinition | undefined;
}

/**
 * Keeps R1 for the lines of a contract: what each takes from above, and what it grants downwards.
 * Called in the transaction that adds or corrects a version.
 */
@Injectable()
export class LineCapacities {
  constructor(
    private readonly capacity: Capacity,
    private readonly watchers: LineWatchers,
  ) {}

  /**
   * States the lines anew as `after` has them; what shrinks goes first, so that a contract may
   * move VzÄ from one line to another.
   *
   * @param at told which line comes next, so that a refusal can name it
   * @throws CapacityExceeded if more would be used than the line above grants (R1)
   */
  async state(
    tx: Tx,
    { after, before }: ContractChange,
    statement: CommandStatement,
    at: (lineId: string) => void,
  ): Promise<void> {
    if (after.direction !== 'forwarding') return;
    const { by } = statement;
    const lines = linesTopDown(after);
    const falls = (lineId: string): boolean => growthOfLine(after, before, lineId) < 0n;
    for (const lineId of [...lines.filter(falls), ...lines.filter((id) => !falls(id))]) {
      at(lineId);
      await this.stateLine(tx, after, lineId, by);
    }
    await this.stateSubForwardings(tx, after, by);
    for (const lineId of lines) await this.watchers.lineChanged(tx, lineId, statement);
  }

  private async stateLine(
    tx: Tx,
    contract: ContractDefinition,
    lineId: string,
    by: string,
  ): Promise<void> {
    for (const use of usesOfLine(contract, lineId)) await this.stateUse(tx, lineId, use, by);
    const holder = allocationLineHolder(lineId);
    const grant = grantOfLine(contract, lineId);
    await this.capacity.setGrant(tx, holder, `contract:${contract.id}`, grant, by);
  }

  /** A line above that is not in the book yet tells its sub-forwardings when it comes. */
  private async stateUse(
    tx: Tx,
    lineId: string,
    { holder, parent, slices }: LineUse,
    by: string,
  ): Promise<void> {
    if (parent !== undefined && (await contractsOfLines(tx, [parent])).length === 0) return;
    await this.capacity.setUse(tx, holder, `allocation-line:${lineId}`, slices, by);
  }

  /** Sub-forwardings by this contract's partners that came into the book before it. */
  private async stateSubForwardings(
    tx: Tx,
    contract: ContractDefinition,
    by: string,
  ): Promise<void> {
    if (contract.partners.length === 0) return;
    const own = new Set(linesTopDown(contract));
    const below = await latestRevisions(tx, Contract, {
      where: { forwardedBy: contract.partners },
    });
    if (below.length === 0) return;
    for (const { fact } of await readContracts(tx, { ids: below.map(({ id }) => id) })) {
      for (const lineId of linesTopDown(fact)) {
        for (const use of usesOfLine(fact, lineId)) {
          if (use.parent !== undefined && own.has(use.parent)) {
            await this.stateUse(tx, lineId, use, by);
          }
        }
      }
    }
  }
}
