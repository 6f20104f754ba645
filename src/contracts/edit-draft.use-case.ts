import { Injectable } from '@nestjs/common';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { ContractReferences, heldContract } from './contract-references.js';
import { ContractWriting } from './contract-writing.js';
import { versionIdOf } from './contract.mapping.js';
import type { DraftedVersion } from './draft-version.use-case.js';
import { withVersion } from './signing.rules.js';
import { ensureNotEnded } from './termination.rules.js';
import { redrafted, type DraftFields } from './version-drafting.rules.js';
import { versionFor } from './version-state.rules.js';

/** A draft as it shall stand. */
export interface EditDraft {
  readonly contract: string;
  readonly version: number;
  /** All of it, as files write it, without what steps set. */
  readonly fields: DraftFields;
}

/** "Entwurf bearbeiten": its text, days, terms, checklist, parts and lines, until it is sent. */
@Injectable()
export class EditDraftUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly references: ContractReferences,
    private readonly writing: ContractWriting,
  ) {}

  /**
   * @returns the id of the version
   * @throws UnknownContract, UnknownVersion, StaleRevision, VersionInForce, VersionSent,
   *   VersionOvertaken, AlreadyTerminated, FactRefused, AllocationLineTaken,
   *   LineInUse
   */
  async execute(change: FactChange, command: EditDraft): Promise<string> {
    return this.unitOfWork.once(commandOf('edit-draft', change, command), async (tx) => {
      await this.edit(tx, command, change);
      return versionIdOf(command.contract, command.version);
    });
  }

  /** What the draft would be, or why not; nothing is written. */
  async rehearse(change: FactChange, command: EditDraft): Promise<DraftedVersion> {
    return this.unitOfWork.rehearse((tx) => this.edit(tx, command, change));
  }

  private async edit(
    tx: Tx,
    { contract: id, version: number, fields }: EditDraft,
    change: FactChange,
  ): Promise<DraftedVersion> {
    const before = await heldContract(tx, id, change.expected);
    const version = redrafted(versionFor(before, number, 'edit'), fields);
    ensureNotEnded(before, version.inForceFrom);
    const after = withVersion(before, version);
    const warnings = await this.references.ensureSound(tx, after, version);
    await this.writing.reviseVersion(tx, { before, after }, number, statementOf(change));
    return { version, warnings };
  }
}
