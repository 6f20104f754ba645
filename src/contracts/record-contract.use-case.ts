import { Injectable } from '@nestjs/common';
import { InvalidField } from '../domain/errors/invalid-field.js';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { latestRevision } from '../platform/database/revision-queries.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import type { ContractDefinition } from '../programmes/definitions/definition.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import { ContractReferences } from './contract-references.js';
import { ContractWriting } from './contract-writing.js';
import { Contract } from './contract.entity.js';
import { ContractTaken } from './contracts.errors.js';
import { ensureOneOpenVersion } from './version-state.rules.js';

/** "Vertrag aufnehmen": a contract with its first version, as a draft or complete with signatures. */
@Injectable()
export class RecordContractUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly references: ContractReferences,
    private readonly writing: ContractWriting,
  ) {}

  /**
   * @returns the id of the contract
   * @throws ContractTaken, DraftOpen, FactRefused, AllocationLineTaken, CapacityExceeded if it is complete (R1)
   */
  async execute(change: FactChange, contract: ContractDefinition): Promise<string> {
    return this.unitOfWork.once(commandOf('record-contract', change, contract), async (tx) => {
      await this.record(tx, contract, change);
      return contract.id;
    });
  }

  /** Refuses what `execute` would refuse, and writes nothing. @returns the warnings */
  async rehearse(
    change: FactChange,
    contract: ContractDefinition,
  ): Promise<readonly FactFinding[]> {
    return this.unitOfWork.rehearse((tx) => this.record(tx, contract, change));
  }

  private async record(
    tx: Tx,
    contract: ContractDefinition,
    change: FactChange,
  ): Promise<readonly FactFinding[]> {
    const known = await latestRevision(tx, Contract, contract.id);
    if (known) throw new ContractTaken({ contract: contract.id, title: known.title });
    if (contract.termination) throw new InvalidField('set-by-step', '', '/termination');
    ensureOneOpenVersion(contract);
    const warnings = await this.references.ensureSound(tx, contract);
    await this.writing.addContract(tx, contract, statementOf(change));
    return warnings;
  }
}
