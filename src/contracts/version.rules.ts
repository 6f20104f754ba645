import { calendarYear, contains, intersect } from '../domain/calendar/period.js';
import { addDays, minDate, type Period, type PlainDate } from '../domain/calendar/plain-date.js';
import type {
  AllocationLineDefinition,
  ContractDefinition,
  ContractVersionDefinition,
} from '../programmes/definitions/definition.js';

/** What keeps a version from taking effect: no written form, or the party that has not signed. */
export type MissingForEffect = 'written-form' | `signature:${string}`;

/** A version and the days on which it is the one in force. */
export interface VersionSpan {
  readonly version: ContractVersionDefinition;
  readonly period: Period;
}

/** An allocation line as one version has it, and the days on which it counts. */
export interface LineSpan extends VersionSpan {
  readonly line: AllocationLineDefinition;
}

/** Who must sign: whoever forwards the money (the Kreis, or a partner to the third tier), and all partners. */
export function partiesOf(contract: ContractDefinition): readonly string[] {
  return [contract.forwardedBy, ...contract.partners];
}

/**
 * R4: a version takes effect only with the date of its written form and the signatures of all
 * parties. A version `by-notice` is exempt: the contract itself says that the values change.
 * @see § 57 VwVfG NRW
 */
export function missingForEffect(
  version: ContractVersionDefinition,
  parties: readonly string[],
): readonly MissingForEffect[] {
  if (version.kind === 'by-notice') return [];
  const signed = new Set(version.signatures.map(({ party }) => party));
  return [
    ...(version.writtenOn === undefined ? (['written-form'] as const) : []),
    ...parties.filter((party) => !signed.has(party)).map((party) => `signature:${party}` as const),
  ];
}

export function isEffective(
  version: ContractVersionDefinition,
  parties: readonly string[],
): boolean {
  return missingForEffect(version, parties).length === 0;
}

/**
 * The day from which a version had all that R4 asks for: the last of its date and its signatures.
 * It counts from `inForceFrom` all the same, be that earlier.
 */
export function completeSince(version: ContractVersionDefinition): PlainDate | undefined {
  const days = [
    ...(version.writtenOn ? [version.writtenOn] : []),
    ...version.signatures.map(({ signedOn }) => signedOn),
  ];
  return days.toSorted().at(-1);
}

/**
 * The effective versions of a contract with the days on which each is in force: from its first
 * day until its last, or until the day before a version with a higher number begins. A notice of
 * termination ends it for all parties.
 */
export function spansInForce(contract: ContractDefinition): readonly VersionSpan[] {
  const known = knownSpans.get(contract);
  if (known !== undefined) return known;
  const spans = readSpans(contract);
  knownSpans.set(contract, spans);
  return spans;
}

/** Of a state of a contract, which never changes: each of its lines and years asks for them. */
const knownSpans = new WeakMap<ContractDefinition, readonly VersionSpan[]>();

function readSpans(contract: ContractDefinition): readonly VersionSpan[] {
  const effective = contract.versions
    .filter((version) => isEffective(version, partiesOf(contract)))
    .toSorted((a, b) => a.number - b.number);
  const endsOn = contract.termination?.endsOn;
  const lastDay = ({ inForceTo }: ContractVersionDefinition): PlainDate =>
    endsOn === undefined ? inForceTo : minDate(inForceTo, endsOn);
  return effective.flatMap((version, index) => {
    const end = effective
      .slice(index + 1)
      .reduce((to, next) => minDate(to, addDays(next.inForceFrom, -1)), lastDay(version));
    return end < version.inForceFrom
      ? []
      : [{ version, period: { from: version.inForceFrom, to: end } }];
  });
}

/** The version in force on a day. */
export function versionOn(
  contract: ContractDefinition,
  on: PlainDate,
): ContractVersionDefinition | undefined {
  return spansInForce(contract).find(({ period }) => contains(period, on))?.version;
}

/** The days on which a line is in force, by version; a version without it ends it. */
export function spansOfLine(contract: ContractDefinition, lineId: string): readonly LineSpan[] {
  return spansInForce(contract).flatMap(({ version, period }) => {
    const line = version.lines.find(({ id }) => id === lineId);
    return line ? [{ version, period, line }] : [];
  });
}

/** The same, cut to a calendar year. */
export function spansOfLineInYear(
  contract: ContractDefinition,
  lineId: string,
  year: number,
): readonly LineSpan[] {
  return spansOfLine(contract, lineId).flatMap((span) => {
    const period = intersect(span.period, calendarYear(year));
    return period ? [{ ...span, period }] : [];
  });
}

/** All line ids that any version of the contract names, in the order of their first version. */
export function lineIdsOf(contract: ContractDefinition): readonly string[] {
  return [...new Set(contract.versions.flatMap(({ lines }) => lines.map(({ id }) => id)))];
}
