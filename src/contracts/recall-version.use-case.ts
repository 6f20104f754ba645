import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { heldContract } from './contract-references.js';
import { ContractWriting } from './contract-writing.js';
import { versionIdOf } from './contract.mapping.js';
import type { NamedVersion } from './discard-draft.use-case.js';
import { recalled, withVersion } from './signing.rules.js';
import { versionFor } from './version-state.rules.js';

/** "Zurückholen": what is out to be signed becomes a draft again; its signatures fall away. */
@Injectable()
export class RecallVersionUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writing: ContractWriting,
  ) {}

  /**
   * @returns the id of the version
   * @throws UnknownContract, UnknownVersion, StaleRevision, VersionInForce, VersionNotSent
   */
  async execute(change: FactChange, command: NamedVersion): Promise<string> {
    return this.unitOfWork.once(commandOf('recall-version', change, command), async (tx) => {
      await this.recall(tx, command, change);
      return versionIdOf(command.contract, command.version);
    });
  }

  /** Refuses what `execute` would refuse, and writes nothing. */
  async rehearse(change: FactChange, command: NamedVersion): Promise<void> {
    await this.unitOfWork.rehearse((tx) => this.recall(tx, command, change));
  }

  private async recall(
    tx: Tx,
    { contract: id, version: number }: NamedVersion,
    change: FactChange,
  ): Promise<void> {
    const before = await heldContract(tx, id, change.expected);
    const after = withVersion(before, recalled(versionFor(before, number, 'recall')));
    await this.writing.reviseVersion(tx, { before, after }, number, statementOf(change));
  }
}
