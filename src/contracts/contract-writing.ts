import { Injectable } from '@nestjs/common';
import { toJson } from '../domain/errors/domain-error.js';
import {
  addFact,
  addFacts,
  appendRevision,
  appendRevisions,
  withdrawFact,
  type Statement,
} from '../platform/database/revisions.js';
import type { CommandStatement } from '../platform/database/fact-change.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type {
  ContractDefinition,
  ContractVersionDefinition,
} from '../programmes/definitions/definition.js';
import { AllocationLine } from './allocation-line.entity.js';
import { ensureByNotice } from './by-notice.rules.js';
import { heldContract } from './contract-references.js';
import { Contract, ContractVersion } from './contract.entity.js';
import { contractRow, lineRow, versionIdOf, versionRow } from './contract.mapping.js';
import { LineIdTooLong } from './contracts.errors.js';
import { Commitments } from './commitments.js';
import { LineCapacities } from './line-capacities.js';
import { VanishingLines } from './vanishing-lines.js';
import { ensureNoOpenVersion, versionState } from './version-state.rules.js';
import { spansInForce } from './version.rules.js';

const ID_LENGTH_MAX = 64;

/** A version before it has its number. */
export type NewVersion = Omit<ContractVersionDefinition, 'number'>;

/** Writes contracts, versions and lines into the book, for this module and for later ones. */
@Injectable()
export class ContractWriting {
  constructor(
    private readonly capacities: LineCapacities,
    private readonly vanishing: VanishingLines,
    private readonly commitments: Commitments,
  ) {}

  /**
   * Adds a version with the next number to a contract. One that is complete, or of kind
   * `by-notice`, counts from its first day on and takes what its lines need (R1).
   *
   * @returns the number
   * @throws UnknownContract, LineIdTooLong, CapacityExceeded; DraftOpen for a second one under
   *   way; CauseMissing, NeedsSignatures for one by notice (R10)
   */
  async addVersion(
    tx: Tx,
    contractId: string,
    version: NewVersion,
    statement: CommandStatement,
  ): Promise<number> {
    const before = await heldContract(tx, contractId);
    const number = 1 + Math.max(0, ...before.versions.map((earlier) => earlier.number));
    const added = { ...version, number };
    const after: ContractDefinition = { ...before, versions: [...before.versions, added] };
    ensureByNotice(before, added);
    if (versionState(added, after) !== 'effective') ensureNoOpenVersion(before);
    await this.writeVersions(tx, contractId, [added], statement);
    await this.stateEffect(tx, after, before, statement);
    return number;
  }

  /** A new contract with its versions. @throws LineIdTooLong, CapacityExceeded */
  async addContract(
    tx: Tx,
    contract: ContractDefinition,
    statement: CommandStatement,
  ): Promise<void> {
    await addFact(tx, Contract, contractRow(contract), statement);
    await this.writeVersions(tx, contract.id, contract.versions, statement);
    await this.stateEffect(tx, contract, undefined, statement);
  }

  /** The head of a contract as it shall stand: its file, its parties, its termination. */
  async reviseHead(
    tx: Tx,
    { before, after }: { readonly before: ContractDefinition; readonly after: ContractDefinition },
    statement: CommandStatement,
  ): Promise<void> {
    await appendRevision(tx, Contract, contractRow(after), statement);
    await this.stateEffect(tx, after, before, statement);
  }

  /**
   * A version as it shall stand: its row and the lines that differ; lines that it has no more are
   * withdrawn. What takes effect by it takes its capacity.
   * @throws LineInUse, CapacityExceeded
   */
  async reviseVersion(
    tx: Tx,
    { before, after }: { readonly before: ContractDefinition; readonly after: ContractDefinition },
    number: number,
    statement: CommandStatement,
  ): Promise<void> {
    const [was, is] = [before, after].map(({ versions }) =>
      versions.filter((version) => version.number === number),
    );
    const known = new Map(linesOf(before.id, was).map((line) => [line.id, toJson(line)]));
    const lines = linesOf(after.id, is);
    const kept = new Set(lines.map(({ id }) => id));
    await this.vanishing.ensureUnused(tx, before, after);
    for (const id of known.keys()) {
      if (!kept.has(id)) await withdrawFact(tx, AllocationLine, id, statement);
    }
    const rows = (is ?? []).map((version) => versionRow(after.id, version));
    await appendRevisions(tx, ContractVersion, rows, statement);
    const changed = lines.filter((line) => known.get(line.id) !== toJson(line));
    await this.writeLines(tx, changed, statement);
    await this.stateEffect(tx, after, before, statement);
  }

  /** Takes a version back, and its lines; the contract goes with its only version. @throws LineInUse */
  async withdrawVersion(
    tx: Tx,
    contract: ContractDefinition,
    version: ContractVersionDefinition,
    statement: CommandStatement,
  ): Promise<void> {
    const versions = contract.versions.filter(({ number }) => number !== version.number);
    await this.vanishing.ensureUnused(tx, contract, { ...contract, versions });
    for (const { id } of linesOf(contract.id, [version])) {
      await withdrawFact(tx, AllocationLine, id, statement);
    }
    const id = versionIdOf(contract.id, version.number);
    await withdrawFact(tx, ContractVersion, id, statement);
    if (versions.length === 0) await withdrawFact(tx, Contract, contract.id, statement);
  }

  /** Writes rows of new versions and of their lines; what they take is stated by the caller. */
  async writeVersions(
    tx: Tx,
    contractId: string,
    versions: readonly ContractVersionDefinition[],
    statement: Statement,
  ): Promise<void> {
    const rows = versions.map((version) => versionRow(contractId, version));
    await addFacts(tx, ContractVersion, rows, statement);
    await this.writeLines(tx, linesOf(contractId, versions), statement);
  }

  private async writeLines(
    tx: Tx,
    lines: readonly ReturnType<typeof lineRow>[],
    statement: Statement,
  ): Promise<void> {
    const long = lines.find(({ id }) => id.length > ID_LENGTH_MAX);
    if (long) throw new LineIdTooLong({ id: long.id, limit: ID_LENGTH_MAX });
    await appendRevisions(tx, AllocationLine, lines, statement);
  }

  /** Only what is in force takes or binds anything; a draft leaves capacities and ledger alone. */
  private async stateEffect(
    tx: Tx,
    after: ContractDefinition,
    before: ContractDefinition | undefined,
    statement: CommandStatement,
  ): Promise<void> {
    const spansBefore = before === undefined ? [] : spansInForce(before);
    if (toJson(spansBefore) === toJson(spansInForce(after))) return;
    await this.capacities.state(tx, { after, before }, statement, () => undefined);
    await this.commitments.follow(tx, { after, before }, statement);
  }
}

function linesOf(contractId: string, versions: readonly ContractVersionDefinition[] = []) {
  return versions.flatMap((version) =>
    version.lines.map((line, ordinal) => lineRow(contractId, version.number, line, ordinal)),
  );
}
