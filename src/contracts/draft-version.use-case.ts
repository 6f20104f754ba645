import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import type { ContractVersionDefinition } from '../programmes/definitions/definition.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import { ContractReferences, heldContract } from './contract-references.js';
import { ContractWriting } from './contract-writing.js';
import { versionIdOf } from './contract.mapping.js';
import { ensureNotEnded } from './termination.rules.js';
import { draftFrom, type DraftFields } from './version-drafting.rules.js';
import { ensureNoOpenVersion, lastEffective, versionOf } from './version-state.rules.js';

/** An amendment to begin with. */
export interface DraftVersion {
  readonly contract: string;
  /** Number of the version that it starts from; absent: the last effective one. */
  readonly basedOn?: number;
  /** What it says otherwise, as files write it. */
  readonly fields: DraftFields;
}

/** A version with what is doubtful about it. */
export interface DraftedVersion {
  readonly version: ContractVersionDefinition;
  readonly warnings: readonly FactFinding[];
}

/** "Änderung entwerfen": a new version that starts from another, and binds nobody yet. */
@Injectable()
export class DraftVersionUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly references: ContractReferences,
    private readonly writing: ContractWriting,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the number of the draft
   * @throws UnknownContract, UnknownVersion, StaleRevision, DraftOpen, AlreadyTerminated, FactRefused
   */
  async execute(change: FactChange, command: DraftVersion): Promise<number> {
    const id = await this.unitOfWork.once(
      commandOf('draft-version', change, command),
      async (tx) => {
        const { version } = await this.draft(tx, command, change);
        return versionIdOf(command.contract, version.number);
      },
    );
    return Number(id.slice(command.contract.length + 1));
  }

  /** What the draft would be, or why not; nothing is written. */
  async rehearse(change: FactChange, command: DraftVersion): Promise<DraftedVersion> {
    return this.unitOfWork.rehearse((tx) => this.draft(tx, command, change));
  }

  private async draft(
    tx: Tx,
    { contract: id, basedOn, fields }: DraftVersion,
    change: FactChange,
  ): Promise<DraftedVersion> {
    const contract = await heldContract(tx, id, change.expected);
    ensureNoOpenVersion(contract);
    const base = basedOn === undefined ? lastEffective(contract) : versionOf(contract, basedOn);
    const version = draftFrom(contract, base, fields, this.clock.today());
    ensureNotEnded(contract, version.inForceFrom);
    const after = { ...contract, versions: [...contract.versions, version] };
    const warnings = await this.references.ensureSound(tx, after, version);
    await this.writing.addVersion(tx, id, version, statementOf(change));
    return { version, warnings };
  }
}
