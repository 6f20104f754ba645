import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { heldContract } from './contract-references.js';
import { ContractWriting } from './contract-writing.js';
import { NotTerminated } from './contracts.errors.js';

/** "Kündigung zurücknehmen": by agreement, or because it was recorded by mistake. */
@Injectable()
export class WithdrawTerminationUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writing: ContractWriting,
  ) {}

  /**
   * @param contractId of the contract that shall go on
   * @returns the id of the contract
   * @throws UnknownContract, StaleRevision, NotTerminated; CapacityExceeded if others have taken
   *   meanwhile what the contract would need again (R1)
   */
  async execute(change: FactChange, contractId: string): Promise<string> {
    const command = commandOf('withdraw-termination', change, { contract: contractId });
    return this.unitOfWork.once(command, async (tx) => {
      await this.withdraw(tx, contractId, change);
      return contractId;
    });
  }

  /** Refuses what `execute` would refuse, and writes nothing. */
  async rehearse(change: FactChange, contractId: string): Promise<void> {
    await this.unitOfWork.rehearse((tx) => this.withdraw(tx, contractId, change));
  }

  private async withdraw(tx: Tx, contractId: string, change: FactChange): Promise<void> {
    const before = await heldContract(tx, contractId, change.expected);
    const { termination, ...after } = before;
    if (!termination) throw new NotTerminated({ contract: contractId });
    await this.writing.reviseHead(tx, { before, after }, statementOf(change));
  }
}
