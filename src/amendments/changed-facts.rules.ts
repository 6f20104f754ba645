import { partiesOf } from '../contracts/contracts.js';
import { bookFacts, type BookFacts } from '../positions/positions.js';
import type {
  ContractDefinition,
  ContractVersionDefinition,
  NoticeDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';

/** Facts that take the place of those with the same id. */
export interface ChangedFacts {
  readonly notices?: readonly NoticeDefinition[];
  readonly contracts?: readonly ContractDefinition[];
  readonly positions?: readonly PositionDefinition[];
}

/** The book as it would be; what does not change stays the same object. */
export function changedFacts(facts: BookFacts, changed: ChangedFacts): BookFacts {
  return bookFacts({
    notices: replaced(facts.notices, changed.notices),
    partners: [...facts.partners.values()],
    contracts: replaced(facts.contracts, changed.contracts),
    positions: replaced(facts.positions, changed.positions),
  });
}

/** The book without some notices: what stood before they came. */
export function withoutNotices(facts: BookFacts, ids: ReadonlySet<string>): BookFacts {
  return bookFacts({
    notices: facts.notices.filter(({ id }) => !ids.has(id)),
    partners: [...facts.partners.values()],
    contracts: facts.contracts,
    positions: facts.positions,
  });
}

function replaced<Fact extends { readonly id: string }>(
  facts: readonly Fact[],
  changed: readonly Fact[] = [],
): readonly Fact[] {
  if (changed.length === 0) return facts;
  const byId = new Map(changed.map((fact) => [fact.id, fact]));
  const known = facts.map((fact) => byId.get(fact.id) ?? fact);
  const ids = new Set(facts.map(({ id }) => id));
  return [...known, ...changed.filter(({ id }) => !ids.has(id))];
}

/** The version as if all had signed it on its first day (R4): what it would do then. */
export function asIfSigned(
  contract: ContractDefinition,
  version: ContractVersionDefinition,
): ContractVersionDefinition {
  if (version.kind === 'by-notice') return version;
  const day = version.writtenOn ?? version.inForceFrom;
  const signatures = partiesOf(contract).map((party) => ({ party, signedOn: day }));
  return { ...version, writtenOn: day, signatures };
}

/** A contract with further versions, numbered after those that it has. */
export function withVersions(
  contract: ContractDefinition,
  versions: readonly Omit<ContractVersionDefinition, 'number'>[],
): ContractDefinition {
  const last = Math.max(0, ...contract.versions.map(({ number }) => number));
  const added = versions.map((version, index) =>
    asIfSigned(contract, { ...version, number: last + 1 + index }),
  );
  return { ...contract, versions: [...contract.versions, ...added] };
}
