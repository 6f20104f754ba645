import type { Instant } from '../domain/calendar/instant.js';
import { groupBy, recorded, type Recorded } from '../platform/database/recorded.js';
import { latestRevisions, type RevisionSource } from '../platform/database/revision-queries.js';
import type {
  ContractDefinition,
  PartnerDefinition,
} from '../programmes/definitions/definition.js';
import { AllocationLine } from './allocation-line.entity.js';
import type { RevisionColumns } from '../platform/database/revision-columns.js';
import { Contract, ContractVersion } from './contract.entity.js';
import { toContract, toVersion } from './contract.mapping.js';
import { linesAbove } from './line-holders.rules.js';
import { Partner } from './partner.entity.js';
import { toPartner } from './partner.mapping.js';

export interface FactFilter {
  /** As the book knew it at this instant; absent: now. */
  readonly knownAt?: Instant | undefined;
  readonly ids?: readonly string[] | undefined;
}

/**
 * Contracts with versions and lines, in order of id: three questions to the database in all. What was
 * withdrawn is not told, but counts for the revision: a mark that somebody saw never comes back.
 */
export async function readContracts(
  source: RevisionSource,
  { knownAt, ids }: FactFilter = {},
): Promise<readonly Recorded<ContractDefinition>[]> {
  const contracts = await latestRevisions(source, Contract, { knownAt, ids });
  if (contracts.length === 0) return [];
  const ofContracts = { knownAt, withWithdrawn: true, ...(ids && { where: { contractId: ids } }) };
  const versions = await latestRevisions(source, ContractVersion, ofContracts);
  const lines = await latestRevisions(source, AllocationLine, ofContracts);
  const byContract = groupBy(versions, ({ contractId }) => contractId);
  const byVersion = groupBy(lines, ({ versionId }) => versionId);
  return contracts.map((contract) => {
    const own = byContract.get(contract.id) ?? [];
    const ownLines = own.flatMap(({ id }) => byVersion.get(id) ?? []);
    const told = own
      .filter(isThere)
      .map((version) => toVersion(version, (byVersion.get(version.id) ?? []).filter(isThere)));
    return recorded(toContract(contract, told), contract, [...own, ...ownLines]);
  });
}

function isThere({ withdrawn }: RevisionColumns): boolean {
  return !withdrawn;
}

/** Partners in order of id. */
export async function readPartners(
  source: RevisionSource,
  { knownAt, ids }: FactFilter = {},
): Promise<readonly Recorded<PartnerDefinition>[]> {
  const partners = await latestRevisions(source, Partner, { knownAt, ids });
  return partners.map((partner) => recorded(toPartner(partner), partner));
}

/** The contracts that name one of these lines in any version. */
export async function contractsOfLines(
  source: RevisionSource,
  lineIds: readonly string[],
  knownAt?: Instant,
): Promise<readonly string[]> {
  if (lineIds.length === 0) return [];
  const lines = await latestRevisions(source, AllocationLine, {
    knownAt,
    where: { lineId: lineIds },
  });
  return [...new Set(lines.map(({ contractId }) => contractId))].toSorted();
}

/** Contracts together with those whose lines pay for theirs, tier by tier up to the first. */
export async function withContractsAbove(
  source: RevisionSource,
  contracts: readonly ContractDefinition[],
  knownAt?: Instant,
): Promise<readonly ContractDefinition[]> {
  const found = new Map(contracts.map((contract) => [contract.id, contract]));
  let tier = contracts;
  while (tier.length > 0) {
    const paying = tier
      .flatMap(({ versions }) => versions.flatMap(({ lines }) => lines))
      .flatMap(linesAbove);
    const named = await contractsOfLines(source, [...new Set(paying)], knownAt);
    const ids = named.filter((id) => !found.has(id));
    const read = ids.length === 0 ? [] : await readContracts(source, { knownAt, ids });
    tier = read.map(({ fact }) => fact);
    for (const contract of tier) found.set(contract.id, contract);
  }
  return [...found.values()];
}
