import { Injectable } from '@nestjs/common';
import { toJson } from '../domain/errors/domain-error.js';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import type { ContractDefinition, ContractHead } from '../programmes/definitions/definition.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import { ContractReferences, heldContract } from './contract-references.js';
import { ContractWriting } from './contract-writing.js';
import { PartiesFixed } from './contracts.errors.js';
import { versionState } from './version-state.rules.js';

/** What the parties agreed upon: fixed as soon as a version is out to be signed. */
const AGREED = ['programme', 'legalForm', 'direction', 'forwardedBy', 'partners'] as const;

/** "Vertragskopf berichtigen": title, file reference, sources; the parties only while it is a draft. */
@Injectable()
export class CorrectContractUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly references: ContractReferences,
    private readonly writing: ContractWriting,
  ) {}

  /**
   * @param head as it shall stand, all of it
   * @returns the id of the contract
   * @throws UnknownContract, StaleRevision, PartiesFixed, FactRefused
   */
  async execute(change: FactChange, head: ContractHead): Promise<string> {
    return this.unitOfWork.once(commandOf('correct-contract', change, head), async (tx) => {
      await this.correct(tx, head, change);
      return head.id;
    });
  }

  /** Refuses what `execute` would refuse, and writes nothing. @returns the warnings */
  async rehearse(change: FactChange, head: ContractHead): Promise<readonly FactFinding[]> {
    return this.unitOfWork.rehearse((tx) => this.correct(tx, head, change));
  }

  private async correct(
    tx: Tx,
    head: ContractHead,
    change: FactChange,
  ): Promise<readonly FactFinding[]> {
    const before = await heldContract(tx, head.id, change.expected);
    ensureParties(before, head);
    const { kind, versions, termination } = before;
    const after: ContractDefinition = {
      ...{ kind, ...head, versions },
      ...(termination && { termination }),
    };
    const warnings = await this.references.ensureSound(tx, after);
    await this.writing.reviseHead(tx, { before, after }, statementOf(change));
    return warnings;
  }
}

/** @throws PartiesFixed */
function ensureParties(before: ContractDefinition, head: ContractHead): void {
  if (before.versions.every((version) => versionState(version, before) === 'draft')) return;
  const field = AGREED.find((name) => toJson(before[name]) !== toJson(head[name]));
  if (field !== undefined) throw new PartiesFixed({ contract: before.id, field });
}
