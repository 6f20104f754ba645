import { Injectable } from '@nestjs/common';
import { Calculations } from '../calculations/calculations.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { Clock } from '../platform/clock/clock.js';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { heldContract } from './contract-references.js';
import { ContractWriting } from './contract-writing.js';
import { ensureHappened } from './signing.rules.js';
import { terminated, terminationPreview, type TerminationPreview } from './termination.rules.js';

/** A notice of termination that arrived. */
export interface TerminateContract {
  readonly contract: string;
  /** `kreis`, or the id of a partner: who terminates. */
  readonly party: string;
  readonly receivedOn: PlainDate;
  readonly note?: string;
}

/** "Kündigung": by one party, with the notice period; it ends the contract for all (§ 15, R12). */
@Injectable()
export class TerminateContractUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writing: ContractWriting,
    private readonly calculations: Calculations,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the contract
   * @throws UnknownContract, StaleRevision, NotAParty, AlreadyTerminated, NothingToTerminate
   */
  async execute(change: FactChange, command: TerminateContract): Promise<string> {
    return this.unitOfWork.once(commandOf('terminate-contract', change, command), async (tx) => {
      await this.terminate(tx, command, change);
      return command.contract;
    });
  }

  /** What the termination would do to all parties, or why it is refused; nothing is written. */
  async rehearse(change: FactChange, command: TerminateContract): Promise<TerminationPreview> {
    return this.unitOfWork.rehearse((tx) => this.terminate(tx, command, change));
  }

  private async terminate(
    tx: Tx,
    command: TerminateContract,
    change: FactChange,
  ): Promise<TerminationPreview> {
    const before = await heldContract(tx, command.contract, change.expected);
    ensureHappened(command.receivedOn, this.clock.today(), '/receivedOn');
    const oneOffs = this.calculations.oneOffHolidays();
    const preview = terminationPreview(before, command, oneOffs);
    const after = terminated(before, command, oneOffs);
    await this.writing.reviseHead(tx, { before, after }, statementOf(change));
    return preview;
  }
}
