import { Injectable } from '@nestjs/common';
import { appendRevisions, holdFact, type Statement } from '../platform/database/revisions.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type {
  ContractDefinition,
  ContractVersionDefinition,
} from '../programmes/definitions/definition.js';
import { AllocationLine } from './allocation-line.entity.js';
import { Contract, ContractVersion } from './contract.entity.js';
import { lineRow, versionRow } from './contract.mapping.js';
import { readContracts } from './contract.reading.js';
import { LineIdTooLong, UnknownContract } from './contracts.errors.js';
import { LineCapacities } from './line-capacities.js';

const ID_LENGTH_MAX = 64;

/** A version before it has its number. */
export type NewVersion = Omit<ContractVersionDefinition, 'number'>;

/** Writes versions and lines into the book, for use cases of this module and of later ones. */
@Injectable()
export class ContractWriting {
  constructor(private readonly capacities: LineCapacities) {}

  /**
   * Adds a version with the next number to a contract. One that is complete, or of kind
   * `by-notice`, counts from its first day on and takes what its lines need (R1).
   *
   * @returns the number
   * @throws UnknownContract, LineIdTooLong, CapacityExceeded
   */
  async addVersion(
    tx: Tx,
    contractId: string,
    version: NewVersion,
    statement: Statement,
  ): Promise<number> {
    await holdFact(tx, Contract, contractId);
    const [known] = await readContracts(tx, { ids: [contractId] });
    if (known === undefined) throw new UnknownContract({ contract: contractId });
    const before = known.fact;
    const number = 1 + Math.max(0, ...before.versions.map((earlier) => earlier.number));
    const added = { ...version, number };
    await this.writeVersions(tx, contractId, [added], statement);
    const after: ContractDefinition = { ...before, versions: [...before.versions, added] };
    await this.capacities.state(tx, { after, before }, statement.by, () => undefined);
    return number;
  }

  /** Writes rows of versions and of their lines; what they take is stated by the caller. */
  async writeVersions(
    tx: Tx,
    contractId: string,
    versions: readonly ContractVersionDefinition[],
    statement: Statement,
  ): Promise<void> {
    const lines = versions.flatMap((version) =>
      version.lines.map((line, ordinal) => lineRow(contractId, version.number, line, ordinal)),
    );
    const long = lines.find(({ id }) => id.length > ID_LENGTH_MAX);
    if (long) throw new LineIdTooLong({ id: long.id, limit: ID_LENGTH_MAX });
    const rows = versions.map((version) => versionRow(contractId, version));
    await appendRevisions(tx, ContractVersion, rows, statement);
    await appendRevisions(tx, AllocationLine, lines, statement);
  }
}
