import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { heldContract } from './contract-references.js';
import { ContractWriting } from './contract-writing.js';
import { versionIdOf } from './contract.mapping.js';
import { versionFor } from './version-state.rules.js';

/** A version of a contract. */
export interface NamedVersion {
  readonly contract: string;
  readonly version: number;
}

/** "Entwurf verwerfen": it stays in the history; a contract that was never more goes with it. */
@Injectable()
export class DiscardDraftUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writing: ContractWriting,
  ) {}

  /**
   * @returns the id of the version
   * @throws UnknownContract, UnknownVersion, StaleRevision, VersionInForce, VersionSent,
   *   LineInUse
   */
  async execute(change: FactChange, command: NamedVersion): Promise<string> {
    return this.unitOfWork.once(commandOf('discard-draft', change, command), async (tx) => {
      await this.discard(tx, command, change);
      return versionIdOf(command.contract, command.version);
    });
  }

  /** Refuses what `execute` would refuse, and writes nothing. */
  async rehearse(change: FactChange, command: NamedVersion): Promise<void> {
    await this.unitOfWork.rehearse((tx) => this.discard(tx, command, change));
  }

  private async discard(
    tx: Tx,
    { contract: id, version: number }: NamedVersion,
    change: FactChange,
  ): Promise<void> {
    const contract = await heldContract(tx, id, change.expected);
    const version = versionFor(contract, number, 'discard');
    await this.writing.withdrawVersion(tx, contract, version, statementOf(change));
  }
}
