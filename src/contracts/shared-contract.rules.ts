import type {
  AllocationLineDefinition,
  ChecklistEntry,
  ContractDefinition,
  ContractTerms,
  ContractVersionDefinition,
  LineFunding,
} from '../programmes/definitions/definition.js';
import { versionState } from './version-state.rules.js';
import { partiesOf } from './version.rules.js';

/** Whether a partner's people read a contract: they signed it, or forward its money further. */
export function isPartyTo(contract: ContractDefinition, partner: string): boolean {
  return partiesOf(contract).includes(partner) || contract.partners.includes(partner);
}

/** A line of a partner: it gets the money, or passes it on. */
export function isLineOf(
  contract: Pick<ContractDefinition, 'forwardedBy'>,
  line: Pick<AllocationLineDefinition, 'partner'>,
  partner: string,
): boolean {
  return line.partner === partner || contract.forwardedBy === partner;
}

/**
 * The shared text of a contract with the lines that one partner may see. What the Kreis notes for
 * itself is left out: drafts that it has not sent, open items, sources, remarks, what permits the
 * forwarding (R2), and what the checklist found missing or contradictory (R4).
 */
export function sharedContract(
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
  const { permission: _permission, permissionNote: _note, ...shared } = withoutNote(line);
  return { ...shared, funding: line.funding.map(sharedFunding) };
}

function sharedFunding(funding: LineFunding): LineFunding {
  return funding.source === 'own-funds' ? withoutNote(funding) : funding;
}

function withoutNote<T extends { readonly note?: string }>(stated: T): Omit<T, 'note'> {
  const { note: _, ...told } = stated;
  return told;
}

/**
 * The same without who pays for a line: a matter of the Kreis and the Land. Only who forwards the
 * money further knows from which of its own lines.
 */
export function withoutPayers(contract: ContractDefinition, partner: string): ContractDefinition {
  if (contract.forwardedBy === partner) return contract;
  return {
    ...contract,
    versions: contract.versions.map((version) => ({
      ...version,
      lines: version.lines.map((line) => ({ ...line, funding: [] })),
    })),
  };
}
