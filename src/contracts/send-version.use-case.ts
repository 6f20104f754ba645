import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { Clock } from '../platform/clock/clock.js';
import { commandOf, statementOf, type FactChange } from '../platform/database/fact-change.js';
import { lookAhead } from '../platform/database/look-ahead.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import type { ContractDefinition } from '../programmes/definitions/definition.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import { ContractReferences, heldContract } from './contract-references.js';
import { ContractWriting } from './contract-writing.js';
import { versionIdOf } from './contract.mapping.js';
import type { NamedVersion } from './discard-draft.use-case.js';
import { ensureChecklistSeen, ensureHappened, signedByAll, withVersion } from './signing.rules.js';
import { versionFor } from './version-state.rules.js';

/** A draft that goes out to be signed. */
export interface SendVersion extends NamedVersion {
  readonly sentOn: PlainDate;
  /** "Schriftform": the date of the document; absent: the day on which it was sent. */
  readonly writtenOn?: PlainDate;
}

/** "Zur Unterschrift versenden": the text stands, its checklist is looked through, the money is there. */
@Injectable()
export class SendVersionUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly references: ContractReferences,
    private readonly writing: ContractWriting,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the version
   * @throws UnknownContract, UnknownVersion, StaleRevision, VersionInForce, VersionSent,
   *   VersionOvertaken; ChecklistOpen (R4); CapacityExceeded if it could not take effect (R1)
   */
  async execute(change: FactChange, command: SendVersion): Promise<string> {
    return this.unitOfWork.once(commandOf('send-version', change, command), async (tx) => {
      await this.send(tx, command, change);
      return versionIdOf(command.contract, command.version);
    });
  }

  /** Refuses what `execute` would refuse, and writes nothing. @returns the warnings */
  async rehearse(change: FactChange, command: SendVersion): Promise<readonly FactFinding[]> {
    return this.unitOfWork.rehearse((tx) => this.send(tx, command, change));
  }

  private async send(
    tx: Tx,
    { contract: id, version: number, sentOn, writtenOn = sentOn }: SendVersion,
    change: FactChange,
  ): Promise<readonly FactFinding[]> {
    const before = await heldContract(tx, id, change.expected);
    const draft = versionFor(before, number, 'send');
    const today = this.clock.today();
    ensureHappened(sentOn, today, '/sentOn');
    ensureHappened(writtenOn, today, '/writtenOn');
    ensureChecklistSeen(before, draft);
    const version = { ...draft, sentOn, writtenOn };
    const after = withVersion(before, version);
    await this.ensureRoom(tx, before, after, number);
    const warnings = await this.references.ensureSound(tx, after, version);
    await this.writing.reviseVersion(tx, { before, after }, number, statementOf(change));
    return warnings;
  }

  /** Nobody is asked to sign what R1 would refuse once the last one has signed. */
  private async ensureRoom(
    tx: Tx,
    before: ContractDefinition,
    sent: ContractDefinition,
    number: number,
  ): Promise<void> {
    await lookAhead(tx, async () => {
      const version = versionFor(sent, number, 'sign');
      const after = withVersion(sent, signedByAll(sent, version, this.clock.today()));
      const statement = { by: 'system:look-ahead', reason: 'Probe', key: 'look-ahead' };
      await this.writing.reviseVersion(tx, { before, after }, number, statement);
    });
  }
}
