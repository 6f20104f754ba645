import type { PlainDate } from '../domain/calendar/plain-date.js';
import { InvalidField } from '../domain/errors/invalid-field.js';
import {
  CHECKLIST_ITEMS,
  type ContractDefinition,
  type ContractVersionDefinition,
  type Signature,
} from '../programmes/definitions/definition.js';
import { ChecklistOpen, NotAParty, SignedAlready } from './contracts.errors.js';
import { bare } from './version-drafting.rules.js';
import { partiesOf } from './version.rules.js';

/** From draft to effect: what sending, signing and recalling make of a version (R4). */

/** A contract with one of its versions as it shall stand. */
export function withVersion(
  contract: ContractDefinition,
  version: ContractVersionDefinition,
): ContractDefinition {
  const versions = contract.versions.map((known) =>
    known.number === version.number ? version : known,
  );
  return { ...contract, versions };
}

/**
 * R4: somebody looked at each item of VV Nr. 12 zu § 44 LHO before the text goes out. That an item
 * is missing or contradictory is a finding, not an obstacle.
 * @throws ChecklistOpen
 */
export function ensureChecklistSeen(
  contract: ContractDefinition,
  { number, checklist }: ContractVersionDefinition,
): void {
  const seen = new Set(checklist.map(({ item }) => item));
  const open = CHECKLIST_ITEMS.filter((item) => !seen.has(item));
  if (open.length === 0) return;
  const facts = { count: open.length, items: open.join(', ') };
  throw new ChecklistOpen({ contract: contract.id, version: number, ...facts });
}

/** @throws NotAParty */
export function ensureParty(contract: ContractDefinition, party: string): void {
  if (partiesOf(contract).includes(party)) return;
  throw new NotAParty({ contract: contract.id, party });
}

/** What lies ahead has not happened. @throws InvalidField at the pointer */
export function ensureHappened(on: PlainDate, today: PlainDate, pointer: string): void {
  if (on > today) throw new InvalidField('date-ahead', on, pointer);
}

/** The version with one more signature. @throws NotAParty, SignedAlready */
export function signedBy(
  contract: ContractDefinition,
  version: ContractVersionDefinition,
  signature: Signature,
): ContractVersionDefinition {
  const { party } = signature;
  ensureParty(contract, party);
  const earlier = version.signatures.find((known) => known.party === party);
  if (earlier) {
    const { signedOn } = earlier;
    const facts = { contract: contract.id, version: version.number };
    throw new SignedAlready({ ...facts, party, signedOn });
  }
  return { ...version, signatures: [...version.signatures, signature] };
}

/** As it would stand had all parties signed on that day: for a look ahead at R1. */
export function signedByAll(
  contract: ContractDefinition,
  version: ContractVersionDefinition,
  on: PlainDate,
): ContractVersionDefinition {
  const signed = new Set(version.signatures.map(({ party }) => party));
  const others = partiesOf(contract).filter((party) => !signed.has(party));
  const added = others.map((party): Signature => ({ party, signedOn: on }));
  return { ...version, signatures: [...version.signatures, ...added] };
}

/** Back to a draft: nobody has signed what is written anew. */
export function recalled(version: ContractVersionDefinition): ContractVersionDefinition {
  const { cause, example } = version;
  return {
    ...bare(version),
    ...(cause !== undefined && { cause }),
    ...(example !== undefined && { example }),
  };
}
