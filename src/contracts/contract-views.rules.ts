import type { Instant } from '../domain/calendar/instant.js';
import { contains } from '../domain/calendar/period.js';
import type { Period, PlainDate } from '../domain/calendar/plain-date.js';
import type { Recorded, RecordMark } from '../platform/database/recorded.js';
import type {
  AllocationLineDefinition,
  ChecklistEntry,
  ContractDefinition,
  ContractVersionDefinition,
  LineFunding,
} from '../programmes/definitions/definition.js';
import { ceilingOfYear, type YearCeiling } from './ceiling.rules.js';
import { completeChecklist, summarizeChecklist, type ChecklistSummary } from './checklist.rules.js';
import { fundingOfYear } from './line-capacity.rules.js';
import { versionState, type VersionState } from './version-state.rules.js';
import {
  completeSince,
  missingForEffect,
  partiesOf,
  spansInForce,
  spansOfLineInYear,
  type MissingForEffect,
} from './version.rules.js';

/** On which day things count, and what was known when. */
export interface ContractsAsOf {
  readonly on: PlainDate;
  /** Absent: as it is known now. */
  readonly knownAt?: Instant | undefined;
}

/** A contract in a list, as it stands on the day that is asked about. */
export interface ContractSummary {
  readonly id: string;
  readonly programme: string;
  readonly title: string;
  readonly fileReference: string;
  readonly legalForm: ContractDefinition['legalForm'];
  readonly direction: ContractDefinition['direction'];
  readonly forwardedBy: string;
  readonly partners: readonly string[];
  /** Absent: none is in force. */
  readonly inForce?: { readonly number: number; readonly title: string; readonly period: Period };
  readonly versions: number;
  readonly lines: readonly AllocationLineDefinition[];
  readonly checklist?: ChecklistSummary;
  readonly example?: string;
  readonly revision: number;
  readonly recordedAt: Instant;
}

/** A version on the timeline. */
export interface VersionView {
  readonly version: ContractVersionDefinition;
  readonly state: Exclude<VersionState, 'discarded'>;
  /** The days on which it is the one in force; absent: on none. */
  readonly period?: Period;
  /** What R4 still asks for; empty: effective. */
  readonly missing: readonly MissingForEffect[];
  /** The last of its date and signatures. */
  readonly completeSince?: PlainDate;
  readonly checklist: readonly ChecklistEntry[];
  readonly checklistSummary: ChecklistSummary;
}

export interface ContractDetail extends RecordMark {
  readonly contract: ContractDefinition;
  readonly versions: readonly VersionView[];
  /** Number of the version in force on the day; absent: none. */
  readonly inForce?: number;
}

/** A line in one calendar year: who pays, and the most that it yields. */
export interface LineYearView {
  readonly line: AllocationLineDefinition;
  readonly year: number;
  readonly periods: readonly Period[];
  readonly funding?: LineFunding;
  readonly ceiling: YearCeiling;
}

export function summaryOf(
  { fact, revision, recordedAt }: Recorded<ContractDefinition>,
  on: PlainDate,
): ContractSummary {
  const { id, programme, title, fileReference, legalForm, direction, forwardedBy, partners } = fact;
  const current = spansInForce(fact).find(({ period }) => contains(period, on));
  const version = current?.version;
  return {
    ...{ id, programme, title, fileReference, legalForm, direction, forwardedBy, partners },
    ...(current && {
      inForce: {
        number: current.version.number,
        title: current.version.title,
        period: current.period,
      },
    }),
    versions: fact.versions.length,
    lines: version?.lines ?? [],
    ...(version && { checklist: summarizeChecklist(version.checklist) }),
    ...(fact.example !== undefined && { example: fact.example }),
    revision,
    recordedAt,
  };
}

export function versionView(
  contract: ContractDefinition,
  version: ContractVersionDefinition,
): VersionView {
  const missing = missingForEffect(version, partiesOf(contract));
  const span = spansInForce(contract).find((known) => known.version.number === version.number);
  const since = missing.length === 0 ? completeSince(version) : undefined;
  return {
    version,
    state: versionState(version, contract),
    ...(span && { period: span.period }),
    missing,
    ...(since !== undefined && { completeSince: since }),
    checklist: completeChecklist(version.checklist),
    checklistSummary: summarizeChecklist(version.checklist),
  };
}

export function lineYearView(
  contract: ContractDefinition,
  lineId: string,
  year: number,
): readonly LineYearView[] {
  const spans = spansOfLineInYear(contract, lineId, year);
  const line = spans.at(-1)?.line;
  if (line === undefined) return [];
  const funding = fundingOfYear(contract, lineId, year);
  return [
    {
      line,
      year,
      periods: spans.map(({ period }) => period),
      ...(funding && { funding }),
      ceiling: ceilingOfYear(spans, year),
    },
  ];
}
