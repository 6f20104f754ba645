import {
  fundingOfYear,
  lineIdsOf,
  spansInForce,
  spansOfLine,
  type NewVersion,
  type VersionSpan,
} from '../contracts/contracts.js';
import { contains } from '../domain/calendar/period.js';
import { maxDate, yearOf } from '../domain/calendar/plain-date.js';
import type { BookFacts } from '../positions/positions.js';
import {
  KREIS,
  type AllocationLineDefinition,
  type ContractDefinition,
  type LineFunding,
  type NoticeDefinition,
} from '../programmes/definitions/definition.js';
import { followedLine, isChanged, lineChangeOf, marksOf } from './amended-line.rules.js';
import { flowSummary, nextTitle } from './amendment-text.rules.js';
import type { FlowObstacle } from './flow-down.types.js';
import { beforeCause, kindFor, openDraftOf, overtaken } from './flow-down.rules.js';
import type { ContractFollowOn, FollowedLine } from './follow-on.types.js';

/** Which followed line reaches a line of the book, directly or through the lines above it. */
export type FollowedLines = ReadonlyMap<string, FollowedLine>;

/** The lines that a notice line pays for on its last day, and those below them. */
export function followedLines(
  facts: BookFacts,
  followed: readonly FollowedLine[],
  lastDayOf: (noticeLine: string) => FollowedLine['to'] | undefined,
): FollowedLines {
  const reached = new Map<string, FollowedLine>();
  for (const [lineId, { contract }] of facts.lines) {
    if (contract.direction !== 'forwarding') continue;
    for (const line of followed) {
      const lastDay = lastDayOf(line.noticeLine);
      if (lastDay === undefined) continue;
      const funding = fundingOfYear(contract, lineId, yearOf(lastDay));
      const isPaid = funding?.source === 'notice-line' && funding.noticeLine === line.noticeLine;
      const goesOn = spansOfLine(contract, lineId).some(({ period }) => contains(period, lastDay));
      if (isPaid && goesOn) reached.set(lineId, line);
    }
  }
  for (const [lineId, line] of reached) {
    for (const below of facts.subLines.get(lineId) ?? []) {
      if (!reached.has(below)) reached.set(below, line);
    }
  }
  return reached;
}

/** What a follow-on notice means for a contract; undefined if it does not reach it, or it has ended. */
export function contractFollowOn(
  contract: ContractDefinition,
  notice: NoticeDefinition,
  reached: FollowedLines,
  leftOut: ReadonlySet<string>,
): ContractFollowOn | undefined {
  const own = lineIdsOf(contract).filter((lineId) => reached.has(lineId));
  const start = own.flatMap((lineId) => reached.get(lineId)?.from ?? []).toSorted()[0];
  if (start === undefined) return undefined;
  const endsOn = contract.termination?.endsOn;
  if (endsOn !== undefined && endsOn < start) return undefined;
  const base = beforeCause(contract, notice.id);
  const spans = spansInForce(base);
  const span = spans.find(({ period }) => contains(period, start)) ?? spans.at(-1);
  if (span === undefined) return undefined;
  const versions = contract.versions.filter(({ cause }) => cause === notice.id);
  const isPaidAlready = own.every((id) => isFollowed(base, id, reached.get(id)));
  const { kind, rule } = kindFor(contract, span.version);
  const obstacle = obstacleOf(contract, kind, spans, start);
  const state = stateOf(contract.id, versions.length > 0 || isPaidAlready, leftOut, obstacle);
  const lines = span.version.lines.flatMap((line) => {
    const followed = reached.get(line.id);
    if (followed === undefined) return [];
    const change = lineChangeOf(line, followedLine(line, followed), marksOf(line, followed));
    return isChanged(change) || change.marks.length > 0 ? [change] : [];
  });
  const proposed = proposedVersion(base, notice, { span, start, reached, kind });
  return {
    contract: contract.id,
    title: contract.title,
    fileReference: contract.fileReference,
    thirdTier: contract.forwardedBy !== KREIS,
    state,
    ...(state === 'obstructed' && obstacle !== undefined && { obstacle }),
    ...(state === 'open' && overtaken(contract, kind)),
    ...{ kind, rule, clause: span.version.terms.followsNotice.clause, lines },
    inForceFrom: start,
    inForceTo: proposed.inForceTo,
    unfunded: unfundedIn(proposed, yearOf(start)),
    versions: versions.map(({ number }) => number),
    proposed: state === 'open' ? [proposed] : [],
  };
}

function isFollowed(
  contract: ContractDefinition,
  lineId: string,
  followed: FollowedLine | undefined,
): boolean {
  return (followed?.followers ?? []).every(
    ({ year }) => fundingOfYear(contract, lineId, year) !== undefined,
  );
}

function obstacleOf(
  contract: ContractDefinition,
  kind: 'by-notice' | 'amendment',
  spans: readonly VersionSpan[],
  start: FollowedLine['from'],
): FlowObstacle | undefined {
  if (kind === 'amendment' && openDraftOf(contract) !== undefined) return 'draft-open';
  return spans.some(({ period }) => period.from > start) ? 'later-version' : undefined;
}

function stateOf(
  contract: string,
  isTakenOver: boolean,
  leftOut: ReadonlySet<string>,
  obstacle: FlowObstacle | undefined,
): ContractFollowOn['state'] {
  if (isTakenOver) return 'taken-over';
  if (leftOut.has(contract)) return 'left-out';
  return obstacle === undefined ? 'open' : 'obstructed';
}

function unfundedIn({ lines }: NewVersion, year: number): readonly string[] {
  return lines
    .filter(({ funding }) => !funding.some((each) => each.year === year))
    .map(({ id }) => id);
}

/** The contract goes on from the first new day, by the figures of the new notice. */
function proposedVersion(
  base: ContractDefinition,
  notice: NoticeDefinition,
  {
    span,
    start,
    reached,
    kind,
  }: {
    readonly span: VersionSpan;
    readonly start: FollowedLine['from'];
    readonly reached: FollowedLines;
    readonly kind: 'by-notice' | 'amendment';
  },
): NewVersion {
  const { version } = span;
  const { terms, checklist, clauses, parts, openItems } = version;
  const lines = version.lines.map((line) => carriedOn(line, reached.get(line.id), yearOf(start)));
  const changes = version.lines.map((line, index) => lineChangeOf(line, lines[index] ?? line));
  return {
    kind,
    title: nextTitle(base),
    cause: notice.id,
    inForceFrom: start,
    inForceTo: maxDate(version.inForceTo, notice.period.to),
    signatures: [],
    summary: flowSummary(notice, kind, terms.followsNotice.clause, start, changes),
    ...{ terms, checklist, clauses, parts, openItems, lines },
  };
}

/** The line with its new payers; those of years that are over are left behind. */
function carriedOn(
  line: AllocationLineDefinition,
  followed: FollowedLine | undefined,
  fromYear: number,
): AllocationLineDefinition {
  const followers = followed?.followers ?? [];
  const renewed = new Set(followers.map(({ year }) => year));
  const kept = line.funding.filter(({ year }) => year >= fromYear && !renewed.has(year));
  const funding = [...kept, ...followers.map((follower) => fundingBy(line, follower))];
  const next = followed ? followedLine(line, followed) : line;
  return { ...next, funding: funding.toSorted((a, b) => a.year - b.year) };
}

/** A line of the third tier stays funded by the line above it. */
function fundingBy(
  { funding }: AllocationLineDefinition,
  { noticeLine, year }: FollowedLine['followers'][number],
): LineFunding {
  const above = funding.findLast(({ source }) => source === 'allocation-line');
  return above?.source === 'allocation-line'
    ? { ...above, year }
    : { source: 'notice-line', year, noticeLine };
}
