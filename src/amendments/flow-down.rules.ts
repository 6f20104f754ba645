import {
  fundingOfYear,
  isEffective,
  lineIdsOf,
  partiesOf,
  spansInForce,
  spansOfLineInYear,
  type NewVersion,
  type VersionSpan,
} from '../contracts/contracts.js';
import { overlap } from '../domain/calendar/period.js';
import { maxDate, minDate, type PlainDate } from '../domain/calendar/plain-date.js';
import type { BookFacts } from '../positions/positions.js';
import {
  KREIS,
  type ContractDefinition,
  type ContractVersionDefinition,
  type NoticeDefinition,
} from '../programmes/definitions/definition.js';
import { followedLine, isChanged, lineChangeOf, marksOf } from './amended-line.rules.js';
import { flowSummary, nextTitle } from './amendment-text.rules.js';
import type {
  ContractFlow,
  FlowObstacle,
  FlowState,
  LineChange,
  NoticeLineChange,
} from './flow-down.types.js';

/** The change that reaches a line, directly or through the lines above it. */
export type ReachedLines = ReadonlyMap<string, NoticeLineChange>;

/**
 * The lines that changed notice lines pay for on one of the days, and those below them (third tier).
 * A line that two changes reach follows the first.
 */
export function reachedLines(facts: BookFacts, changes: readonly NoticeLineChange[]): ReachedLines {
  const byNoticeLine = new Map(changes.map((change) => [change.noticeLine, change]));
  const reached = new Map<string, NoticeLineChange>();
  for (const [lineId, { contract }] of facts.lines) {
    if (contract.direction !== 'forwarding') continue;
    for (const change of new Set(byNoticeLine.values())) {
      const funding = fundingOfYear(contract, lineId, change.year);
      if (funding?.source !== 'notice-line' || funding.noticeLine !== change.noticeLine) continue;
      const spans = spansOfLineInYear(contract, lineId, change.year);
      if (spans.some(({ period }) => overlap(period, change))) reached.set(lineId, change);
    }
  }
  for (const [lineId, change] of reached) {
    for (const below of facts.subLines.get(lineId) ?? []) {
      if (!reached.has(below)) reached.set(below, change);
    }
  }
  return reached;
}

/** How a contract follows a notice: by itself where it says so, else by an amendment (R10, R4). */
export function kindFor(contract: ContractDefinition, version: ContractVersionDefinition) {
  const follows = version.terms.followsNotice.on && contract.forwardedBy === KREIS;
  return follows
    ? ({ kind: 'by-notice', rule: 'R10' } as const)
    : ({ kind: 'amendment', rule: 'R4' } as const);
}

/** What stood before a notice caused versions of a contract; the same object if it caused none. */
export function beforeCause(contract: ContractDefinition, notice: string): ContractDefinition {
  const caused = contract.versions.filter(({ cause }) => cause === notice);
  if (caused.length === 0) return contract;
  const first = Math.min(...caused.map(({ number }) => number));
  return { ...contract, versions: contract.versions.filter(({ number }) => number < first) };
}

/** What an amending notice means for a contract; undefined if it does not reach it. */
export function contractFlow(
  contract: ContractDefinition,
  notice: NoticeDefinition,
  reached: ReachedLines,
): ContractFlow | undefined {
  const own = lineIdsOf(contract).filter((lineId) => reached.has(lineId));
  const from = own.flatMap((lineId) => reached.get(lineId)?.from ?? []).toSorted()[0];
  if (from === undefined) return undefined;
  const base = beforeCause(contract, notice.id);
  const spans = spansInForce(base).filter(({ period }) => period.to >= from);
  const touched = spans.findIndex(({ version }) => changesOf(version, reached).length > 0);
  const span = spans[touched];
  if (span === undefined) return undefined;
  const { kind, rule } = kindFor(contract, span.version);
  const inForceFrom = maxDate(from, span.period.from);
  const lines = changesOf(span.version, reached);
  const clause = span.version.terms.followsNotice.clause;
  const versions = contract.versions.filter(({ cause }) => cause === notice.id);
  const obstacle = obstacleOf(contract, kind, spans.slice(touched + 1));
  const known = { id: contract.id, notice, base, kind, from, reached };
  const state = stateOf(contract, versions, lines, obstacle);
  return {
    contract: contract.id,
    title: contract.title,
    fileReference: contract.fileReference,
    thirdTier: contract.forwardedBy !== KREIS,
    state,
    ...(state === 'obstructed' && obstacle !== undefined && { obstacle }),
    ...(state === 'open' && overtaken(contract, kind)),
    ...{ kind, rule, clause, inForceFrom, lines },
    versions: versions.map(({ number }) => number),
    proposed: lines.some(isChanged) ? proposedVersions(known, spans.slice(touched)) : [],
  };
}

function stateOf(
  contract: ContractDefinition,
  caused: readonly ContractVersionDefinition[],
  lines: readonly LineChange[],
  obstacle: FlowObstacle | undefined,
): FlowState {
  if (caused.some((version) => isEffective(version, partiesOf(contract)))) return 'effective';
  if (caused.length > 0) {
    return caused.some(({ sentOn }) => sentOn !== undefined) ? 'sent' : 'drafted';
  }
  if (!lines.some(isChanged)) return 'marked';
  return obstacle === undefined ? 'open' : 'obstructed';
}

function obstacleOf(
  contract: ContractDefinition,
  kind: 'by-notice' | 'amendment',
  later: readonly VersionSpan[],
): FlowObstacle | undefined {
  if (kind === 'by-notice') return undefined;
  if (openDraftOf(contract) !== undefined) return 'draft-open';
  return later.length > 0 ? 'later-version' : undefined;
}

/** A version by notice does not wait for a draft under way: that one has to be drafted anew. */
export function overtaken(contract: ContractDefinition, kind: 'by-notice' | 'amendment') {
  const draft = kind === 'by-notice' ? openDraftOf(contract) : undefined;
  return draft === undefined ? {} : { overtakes: draft };
}

/** A version under way: drafted or sent, and not signed by all. */
export function openDraftOf(contract: ContractDefinition): number | undefined {
  const parties = partiesOf(contract);
  return contract.versions.find((version) => !isEffective(version, parties))?.number;
}

function changesOf(
  { lines }: ContractVersionDefinition,
  reached: ReachedLines,
): readonly LineChange[] {
  return lines.flatMap((line) => {
    const change = reached.get(line.id);
    if (change === undefined) return [];
    const told = lineChangeOf(line, followedLine(line, change), marksOf(line, change));
    return isChanged(told) || told.marks.length > 0 ? [told] : [];
  });
}

interface Proposal {
  readonly notice: NoticeDefinition;
  readonly base: ContractDefinition;
  readonly kind: 'by-notice' | 'amendment';
  readonly from: PlainDate;
  readonly reached: ReachedLines;
}

/**
 * The version that follows the notice, and those that begin later told anew after it: a version
 * with a higher number ends all before it, also those that have not begun.
 */
function proposedVersions(
  { notice, base, kind, from, reached }: Proposal,
  spans: readonly VersionSpan[],
): readonly NewVersion[] {
  return spans.map(({ version, period }, index) => {
    const inForceFrom = maxDate(from, period.from);
    const { terms, checklist, clauses, parts, openItems } = version;
    const next = spans[index + 1];
    return {
      kind,
      title: nextTitle(base, index),
      cause: notice.id,
      inForceFrom,
      inForceTo: next === undefined ? version.inForceTo : minDate(version.inForceTo, period.to),
      signatures: [],
      summary: flowSummary(
        ...([notice, kind, terms.followsNotice.clause, inForceFrom] as const),
        changesOf(version, reached),
      ),
      ...{ terms, checklist, clauses, parts, openItems },
      lines: version.lines.map((line) => {
        const change = reached.get(line.id);
        return change ? followedLine(line, change) : line;
      }),
    };
  });
}
