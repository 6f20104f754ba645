import type {
  ContractDefinition,
  ContractVersionDefinition,
} from '../programmes/definitions/definition.js';
import { isDraft } from '../programmes/definitions/version-draft.rules.js';
import {
  DraftOpen,
  UnknownVersion,
  VersionInForce,
  VersionNotSent,
  VersionOvertaken,
  VersionSent,
} from './contracts.errors.js';
import { isEffective, partiesOf } from './version.rules.js';

/** Where a version stands on its way from draft to effect; it follows from its facts (R4). */
export type VersionState = 'draft' | 'sent' | 'partly-signed' | 'effective' | 'discarded';

/** What may be done with a version. */
export type VersionStep = 'edit' | 'discard' | 'send' | 'recall' | 'sign';

type Steps = Partial<Record<VersionStep, readonly VersionState[]>>;

/** From each state the steps that there are, and where they lead; effective is for good. */
export const VERSION_STEPS = {
  draft: { edit: ['draft'], send: ['sent'], discard: ['discarded'] },
  sent: { sign: ['partly-signed'], recall: ['draft'] },
  'partly-signed': { sign: ['partly-signed', 'effective'], recall: ['draft'] },
  effective: {},
  discarded: {},
} as const satisfies Record<VersionState, Steps>;

/** The state of a version that the book has; one that was discarded it has no more. */
export function versionState(
  version: ContractVersionDefinition,
  contract: ContractDefinition,
): Exclude<VersionState, 'discarded'> {
  if (isEffective(version, partiesOf(contract))) return 'effective';
  if (isDraft(version)) return 'draft';
  return version.signatures.length === 0 ? 'sent' : 'partly-signed';
}

/** The version that is under way: drafted, sent or partly signed, and not overtaken by a later one. */
export function openVersion(contract: ContractDefinition): ContractVersionDefinition | undefined {
  return contract.versions.find((version) => versionState(version, contract) !== 'effective');
}

/** @throws DraftOpen */
export function ensureNoOpenVersion(contract: ContractDefinition): void {
  const open = openVersion(contract);
  if (open) throw new DraftOpen({ contract: contract.id, version: open.number });
}

/** A contract has one version under way at a time, also when it comes as a whole. @throws DraftOpen */
export function ensureOneOpenVersion(contract: ContractDefinition): void {
  const open = openVersion(contract);
  const others = contract.versions.filter((version) => version !== open);
  if (open && openVersion({ ...contract, versions: others })) ensureNoOpenVersion(contract);
}

/** @throws UnknownVersion */
export function versionOf(contract: ContractDefinition, number: number): ContractVersionDefinition {
  const version = contract.versions.find((known) => known.number === number);
  if (version === undefined) throw new UnknownVersion({ contract: contract.id, version: number });
  return version;
}

/** The effective version with the highest number. @throws UnknownVersion if none ever took effect */
export function lastEffective(contract: ContractDefinition): ContractVersionDefinition {
  const effective = contract.versions.filter(
    (version) => versionState(version, contract) === 'effective',
  );
  const last = effective.toSorted((a, b) => a.number - b.number).at(-1);
  return last ?? versionOf(contract, 1);
}

/** Steps towards effect; a version that a later one overtook can only go back. */
const TOWARDS_EFFECT: ReadonlySet<VersionStep> = new Set(['edit', 'send', 'sign']);

/**
 * The version, if the step may be taken.
 * @throws UnknownVersion, VersionInForce, VersionSent, VersionNotSent, VersionOvertaken
 */
export function versionFor(
  contract: ContractDefinition,
  number: number,
  wanted: VersionStep,
): ContractVersionDefinition {
  const version = versionOf(contract, number);
  const state = versionState(version, contract);
  const steps: Steps = VERSION_STEPS[state];
  const facts = { contract: contract.id, version: number };
  if (steps[wanted] === undefined) {
    if (state === 'effective') throw new VersionInForce(facts);
    throw state === 'draft' ? new VersionNotSent(facts) : new VersionSent(facts);
  }
  const later = contract.versions.find(
    (other) => other.number > number && versionState(other, contract) === 'effective',
  );
  if (later && TOWARDS_EFFECT.has(wanted)) {
    throw new VersionOvertaken({ ...facts, later: later.number });
  }
  return version;
}
