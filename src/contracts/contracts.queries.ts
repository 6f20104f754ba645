import { Injectable } from '@nestjs/common';
import { Calculations } from '../calculations/calculations.js';
import type { Instant } from '../domain/calendar/instant.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { Reader } from '../platform/database/reader.js';
import type { Recorded } from '../platform/database/recorded.js';
import type { ContractDefinition } from '../programmes/definitions/definition.js';
import { compareVersions, type VersionDifference } from './compare-versions.rules.js';
import { readContracts } from './contract.reading.js';
import {
  lineYearView,
  summaryOf,
  versionView,
  type ContractDetail,
  type ContractsAsOf,
  type ContractSummary,
  type LineYearView,
  type VersionView,
} from './contract-views.rules.js';
import { contractHistory, type ContractChangeEntry } from './contract-history.js';
import { UnknownContract } from './contracts.errors.js';
import { terminationPreview, type TerminationPreview } from './termination.rules.js';
import { versionOf } from './version-state.rules.js';
import { lineIdsOf, partiesOf, versionOn } from './version.rules.js';

export type { VersionArea, VersionDifference, VersionValue } from './compare-versions.rules.js';
export { compareVersions } from './compare-versions.rules.js';
export { synopsis } from './synopsis.rules.js';
export type { ClauseComparison, TextPart } from './synopsis.rules.js';
export type { ContractChangeEntry } from './contract-history.js';
export type { ChecklistSummary } from './checklist.rules.js';
export type {
  ContractDetail,
  ContractsAsOf,
  ContractSummary,
  LineYearView,
  VersionView,
} from './contract-views.rules.js';

/** "Verträge": contracts, their versions, what changed, and their lines in a year. */
@Injectable()
export class ContractsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly calculations: Calculations,
  ) {}

  async contracts(
    { on, knownAt }: ContractsAsOf,
    { partner, programme }: { readonly partner?: string; readonly programme?: string } = {},
  ): Promise<readonly ContractSummary[]> {
    const contracts = await readContracts(this.reader, { knownAt });
    return contracts
      .filter(({ fact }) => partner === undefined || partiesOf(fact).includes(partner))
      .filter(({ fact }) => programme === undefined || fact.programme === programme)
      .map((contract) => summaryOf(contract, on));
  }

  /** @throws UnknownContract */
  async contract(id: string, { on, knownAt }: ContractsAsOf): Promise<ContractDetail> {
    const { fact, ...mark } = await this.find(id, knownAt);
    const inForce = versionOn(fact, on)?.number;
    return {
      contract: fact,
      versions: fact.versions.map((version) => versionView(fact, version)),
      ...(inForce !== undefined && { inForce }),
      ...mark,
    };
  }

  /** One version, with its state. @throws UnknownContract, UnknownVersion */
  async version(id: string, number: number, { knownAt }: ContractsAsOf): Promise<VersionView> {
    const { fact } = await this.find(id, knownAt);
    return versionView(fact, versionOf(fact, number));
  }

  /** Who changed what in a contract, and why, newest first. @throws UnknownContract */
  async history(id: string): Promise<readonly ContractChangeEntry[]> {
    return contractHistory(this.reader, id);
  }

  /**
   * What a notice of termination would do to all parties (R12, § 15).
   * @throws UnknownContract, NotAParty, AlreadyTerminated, NothingToTerminate
   */
  async terminationPreview(
    id: string,
    party: string,
    receivedOn: PlainDate,
  ): Promise<TerminationPreview> {
    const { fact } = await this.find(id);
    const oneOffs = this.calculations.oneOffHolidays();
    return terminationPreview(fact, { party, receivedOn }, oneOffs);
  }

  /** The lines of a contract that are in force on a day of the year. @throws UnknownContract */
  async lines(id: string, year: number, knownAt?: Instant): Promise<readonly LineYearView[]> {
    const { fact } = await this.find(id, knownAt);
    return lineIdsOf(fact).flatMap((lineId) => lineYearView(fact, lineId, year));
  }

  /** What changed between two versions. @throws UnknownContract, UnknownVersion */
  async compare(
    id: string,
    before: number,
    after: number,
    knownAt?: Instant,
  ): Promise<readonly VersionDifference[]> {
    const { fact } = await this.find(id, knownAt);
    return compareVersions(versionOf(fact, before), versionOf(fact, after));
  }

  private async find(id: string, knownAt?: Instant): Promise<Recorded<ContractDefinition>> {
    const [found] = await readContracts(this.reader, { knownAt, ids: [id] });
    if (found === undefined) throw new UnknownContract({ contract: id });
    return found;
  }
}
