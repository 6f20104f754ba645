import {
  isEffective,
  missingForEffect,
  partiesOf,
  spansInForce,
  versionOn,
} from '../../contracts/contracts.js';
import { UnknownVersion } from '../../contracts/contracts.errors.js';
import { formatGermanDay, type PlainDate } from '../../domain/calendar/plain-date.js';
import type { Names } from '../book/names.js';
import type {
  ContractDefinition,
  ContractVersionDefinition,
  Termination,
} from '../../programmes/definitions/definition.js';
import type { BadgeView } from '../components/badge.js';

/** "Stadt Lünen hat gekündigt (Eingang 10.03.2025). Der Vertrag endet am 31.12.2025 für alle (§ 15)." */
export function terminationText(
  { party, receivedOn, endsOn, clause }: Termination,
  names: Names,
): string {
  const [received, ends] = [formatGermanDay(receivedOn), formatGermanDay(endsOn)];
  return `${names.party(party)} hat gekündigt (Eingang ${received}). Der Vertrag endet am ${ends} für alle (${clause}).`;
}

/** How a contract stands on a day, in a badge. */
export function contractState(contract: ContractDefinition, on: PlainDate): BadgeView {
  if (versionOn(contract, on) && contract.termination) {
    return {
      tone: 'warning',
      text: `gekündigt zum ${formatGermanDay(contract.termination.endsOn)}`,
    };
  }
  if (versionOn(contract, on)) return { tone: 'success', text: 'in Kraft' };
  const spans = spansInForce(contract);
  if (spans.length === 0) return { tone: 'danger', text: 'nicht wirksam' };
  return spans.some(({ period }) => period.from > on)
    ? { tone: 'info', text: 'noch nicht in Kraft' }
    : { tone: 'plain', text: 'beendet' };
}

/**
 * The version that a page shows: the one asked for, else the one in force, else the latest.
 * @param wanted as an address names it; '' if it names none
 * @throws UnknownVersion
 */
export function shownVersion(
  contract: ContractDefinition,
  on: PlainDate,
  wanted = '',
): ContractVersionDefinition | undefined {
  const { versions } = contract;
  return (
    askedVersion(contract, wanted) ??
    versionOn(contract, on) ??
    spansInForce(contract).findLast(({ period }) => period.to < on)?.version ??
    versions.at(-1)
  );
}

/** The version that an address names; undefined if it names none. @throws UnknownVersion */
export function askedVersion(
  { id, versions }: ContractDefinition,
  wanted: string,
): ContractVersionDefinition | undefined {
  if (wanted === '') return undefined;
  const version = versions.find(({ number }) => number.toString() === wanted);
  if (version === undefined) throw new UnknownVersion({ contract: id, version: wanted });
  return version;
}

/** The version before, which a comparison starts from. */
export function versionBefore(
  { versions }: ContractDefinition,
  number: number,
): ContractVersionDefinition | undefined {
  return versions.findLast((version) => version.number < number);
}

/** What a version still needs to take effect, in German; empty if nothing (R4). */
export function missingTexts(
  contract: ContractDefinition,
  version: ContractVersionDefinition,
  names: Names,
): readonly string[] {
  const parties = partiesOf(contract);
  if (isEffective(version, parties)) return [];
  return missingForEffect(version, parties).map((missing) =>
    missing === 'written-form'
      ? 'Der Tag der Schriftform fehlt.'
      : `Die Unterschrift fehlt: ${names.party(missing.slice('signature:'.length))}.`,
  );
}
