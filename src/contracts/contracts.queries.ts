import { Injectable } from '@nestjs/common';
import { Calculations } from '../calculations/calculations.js';
import type { Instant } from '../domain/calendar/instant.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { acting } from '../identity/identity.js';
import { Reader } from '../platform/database/reader.js';
import { without } from '../platform/database/without.js';
import type { Recorded } from '../platform/database/recorded.js';
import type { ContractDefinition } from '../programmes/definitions/definition.js';
import { compareVersions, type VersionDifference } from './compare-versions.rules.js';
import { readContracts, withContractsAbove } from './contract.reading.js';
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
import { lineLinks, linesUnder } from './line-holders.rules.js';
import { contractSeenBy, withoutPayers } from './shared-contract.rules.js';
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

/**
 * "Verträge": contracts, their versions, what changed, and their lines in a year. A partner's people
 * read the text of what they signed and of what is paid from it further down; of the lines their own and
 * those under them.
 */
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
    const sight = sightOf(contracts.map(({ fact }) => fact));
    return contracts
      .flatMap((contract) => seen(contract, sight))
      .filter(({ fact }) => partner === undefined || partiesOf(fact).includes(partner))
      .filter(({ fact }) => programme === undefined || fact.programme === programme)
      .map((contract) => told(contract, sight))
      .map((contract) => summaryOf(contract, on));
  }

  /** @throws UnknownContract */
  async contract(id: string, { on, knownAt }: ContractsAsOf): Promise<ContractDetail> {
    const { fact, ...mark } = await this.tell(id, knownAt);
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
    const { fact } = await this.tell(id, knownAt);
    return versionView(fact, versionOf(fact, number));
  }

  /**
   * Who changed what in a contract, and why, newest first; none for partners, whose history is that of
   * the versions. @throws UnknownContract
   */
  async history(id: string): Promise<readonly ContractChangeEntry[]> {
    if (isPartner()) return [];
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
    const lines = lineIdsOf(fact).flatMap((lineId) => lineYearView(fact, lineId, year));
    return isPartner() ? lines.map((line) => withoutPayer(line)) : lines;
  }

  /** What changed between two versions. @throws UnknownContract, UnknownVersion */
  async compare(
    id: string,
    before: number,
    after: number,
    knownAt?: Instant,
  ): Promise<readonly VersionDifference[]> {
    const { fact } = await this.tell(id, knownAt);
    const differences = compareVersions(versionOf(fact, before), versionOf(fact, after));
    if (!isPartner()) return differences;
    // What the checklist found is the Kreis's own: left out in one version, it is no change of the text.
    return differences.filter(({ area }) => area !== 'checklist');
  }

  /** As far as whoever asks may see it: what is computed rests on it. @throws UnknownContract */
  private async find(id: string, knownAt?: Instant): Promise<Recorded<ContractDefinition>> {
    return (await this.look(id, knownAt)).found;
  }

  /** The same as it is told. @throws UnknownContract */
  private async tell(id: string, knownAt?: Instant): Promise<Recorded<ContractDefinition>> {
    const { found, sight } = await this.look(id, knownAt);
    return told(found, sight);
  }

  private async look(id: string, knownAt: Instant | undefined) {
    const read = await readContracts(this.reader, { knownAt, ids: [id] });
    const facts = read.map(({ fact }) => fact);
    const sight = isPartner()
      ? sightOf(await withContractsAbove(this.reader, facts, knownAt))
      : WHOLE;
    const [found] = read.flatMap((contract) => seen(contract, sight));
    if (found === undefined) throw new UnknownContract({ contract: id });
    return { found, sight };
  }
}

/** Whose eyes look at contracts, and the lines that are paid from theirs; the office sees all. */
interface Sight {
  readonly partner?: string;
  readonly under: ReadonlySet<string>;
}

const WHOLE: Sight = { under: new Set() };

function isPartner(): boolean {
  return acting().partner !== undefined;
}

/** @param contracts all, or those that are looked at with all above them */
function sightOf(contracts: readonly ContractDefinition[]): Sight {
  const { partner } = acting();
  return partner === undefined
    ? WHOLE
    : { partner, under: linesUnder(lineLinks(contracts), partner) };
}

/** A contract as far as whoever asks may see it; nothing if it is not theirs. */
function seen(
  contract: Recorded<ContractDefinition>,
  { partner, under }: Sight,
): readonly Recorded<ContractDefinition>[] {
  if (partner === undefined) return [contract];
  const fact = contractSeenBy(partner, contract.fact, under);
  return fact === undefined ? [] : [{ ...contract, fact }];
}

/** The same as it is told, once everything is computed from it. */
function told(
  contract: Recorded<ContractDefinition>,
  { partner, under }: Sight,
): Recorded<ContractDefinition> {
  if (partner === undefined) return contract;
  return { ...contract, fact: withoutPayers(contract.fact, partner, under) };
}

function withoutPayer(view: LineYearView): LineYearView {
  return { ...without(view, 'funding'), line: { ...view.line, funding: [] } };
}
