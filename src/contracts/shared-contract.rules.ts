import type {
  AllocationLineDefinition,
  ChecklistEntry,
  ContractDefinition,
  ContractTerms,
  ContractVersionDefinition,
  LineFunding,
} from '../programmes/definitions/definition.js';
import { without } from '../platform/database/without.js';
import { versionState } from './version-state.rules.js';
import { partiesOf } from './version.rules.js';

/**
 * A contract as one partner's people read it: they signed it, or something in it is paid from what they
 * pass on. Undefined: to them it does not exist.
 *
 * @param under the lines that are paid from theirs, over all tiers
 */
export function contractSeenBy(
  partner: string,
  contract: ContractDefinition,
  under: ReadonlySet<string>,
): ContractDefinition | undefined {
  const passesOn = contract.forwardedBy === partner;
  const shared = sharedContract(
    contract,
    (line) => passesOn || line.partner === partner || under.has(line.id),
  );
  const { versions } = shared;
  const isSeen =
    partiesOf(contract).includes(partner) || versions.some(({ lines }) => lines.length > 0);
  return isSeen && versions.length > 0 ? shared : undefined;
}

/**
 * The shared text of a contract with the lines that one partner may see. What the Kreis notes for
 * itself is left out: drafts that it has not sent, open items, sources, remarks, what permits the
 * forwarding (R2), and what the checklist found missing or contradictory (R4).
 */
function sharedContract(
  contract: ContractDefinition,
  isOwn: (line: AllocationLineDefinition) => boolean,
): ContractDefinition {
  const { termination } = contract;
  return {
    ...contract,
    sources: [],
    versions: contract.versions
      .filter((version) => versionState(version, contract) !== 'draft')
      .map((version) => sharedVersion(version, isOwn)),
    ...(termination && { termination: withoutNote(termination) }),
  };
}

function sharedVersion(
  version: ContractVersionDefinition,
  isOwn: (line: AllocationLineDefinition) => boolean,
): ContractVersionDefinition {
  return {
    ...version,
    terms: sharedTerms(version.terms),
    checklist: version.checklist.filter(isSettled).map(withoutNote),
    parts: version.parts.map(withoutNote),
    lines: version.lines.filter(isOwn).map(sharedLine),
    openItems: [],
  };
}

function isSettled({ state }: ChecklistEntry): boolean {
  return state === 'explicit' || state === 'by-reference';
}

function sharedTerms(terms: ContractTerms): ContractTerms {
  return {
    ...terms,
    proration: withoutNote(terms.proration),
    capLevel: withoutNote(terms.capLevel),
    quarterlyProof: withoutNote(terms.quarterlyProof),
    twoMonthRule: withoutNote(terms.twoMonthRule),
  };
}

function sharedLine(line: AllocationLineDefinition): AllocationLineDefinition {
  const shared = without(line, 'note', 'permission', 'permissionNote');
  return { ...shared, funding: line.funding.map(sharedFunding) };
}

function sharedFunding(funding: LineFunding): LineFunding {
  return funding.source === 'own-funds' ? withoutNote(funding) : funding;
}

function withoutNote<T extends { readonly note?: string }>(stated: T): Omit<T, 'note'> {
  return without(stated, 'note');
}

/**
 * The same without who pays for a line: a matter of the Kreis and the Land. Only who forwards the
 * money further knows from which line.
 *
 * @param under the lines that are paid from the partner's own
 */
export function withoutPayers(
  contract: ContractDefinition,
  partner: string,
  under: ReadonlySet<string>,
): ContractDefinition {
  if (contract.forwardedBy === partner) return contract;
  return {
    ...contract,
    versions: contract.versions.map((version) => ({
      ...version,
      lines: version.lines.map((line) => (under.has(line.id) ? line : { ...line, funding: [] })),
    })),
  };
}
