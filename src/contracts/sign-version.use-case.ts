import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { Clock } from '../platform/clock/clock.js';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { heldContract } from './contract-references.js';
import { ContractWriting } from './contract-writing.js';
import { versionIdOf } from './contract.mapping.js';
import type { NamedVersion } from './discard-draft.use-case.js';
import { ensureHappened, signedBy, withVersion } from './signing.rules.js';
import { versionFor, versionState, type VersionState } from './version-state.rules.js';
import { missingForEffect, partiesOf, type MissingForEffect } from './version.rules.js';

/** A signature under a version. */
export interface SignVersion extends NamedVersion {
  /** `kreis`, or the id of a partner. */
  readonly party: string;
  readonly signedOn: PlainDate;
}

/** What a signature made of a version. */
export interface SignedVersion {
  readonly state: VersionState;
  /** What R4 still asks for. */
  readonly missing: readonly MissingForEffect[];
}

/** "Unterschrift": one party has signed; with the last one the version takes effect (R4). */
@Injectable()
export class SignVersionUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly writing: ContractWriting,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the version
   * @throws UnknownContract, UnknownVersion, StaleRevision, VersionInForce, VersionNotSent,
   *   VersionOvertaken, NotAParty, SignedAlready; CapacityExceeded if the last signature would
   *   take more than the line above has left (R1)
   */
  async execute(change: FactChange, command: SignVersion): Promise<string> {
    return this.unitOfWork.once(commandOf('sign-version', change, command), async (tx) => {
      await this.sign(tx, command, change);
      return versionIdOf(command.contract, command.version);
    });
  }

  /** What would come of it, or why not; nothing is written. */
  async rehearse(change: FactChange, command: SignVersion): Promise<SignedVersion> {
    return this.unitOfWork.rehearse((tx) => this.sign(tx, command, change));
  }

  private async sign(
    tx: Tx,
    { contract: id, version: number, party, signedOn }: SignVersion,
    change: FactChange,
  ): Promise<SignedVersion> {
    const before = await heldContract(tx, id, change.expected);
    const unsigned = versionFor(before, number, 'sign');
    ensureHappened(signedOn, this.clock.today(), '/signedOn');
    const version = signedBy(before, unsigned, { party, signedOn });
    const after = withVersion(before, version);
    await this.writing.reviseVersion(tx, { before, after }, number, statementOf(change));
    const missing = missingForEffect(version, partiesOf(before));
    return { state: versionState(version, after), missing };
  }
}
