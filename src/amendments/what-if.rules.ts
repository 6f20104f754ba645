import {
  fundingOfYear,
  holderOf,
  spansInForce,
  spansOfLine,
  versionOn,
  type LineSpan,
  type NewVersion,
} from '../contracts/contracts.js';
import { UnknownAllocationLine } from '../contracts/contracts.errors.js';
import { contains, yearsOf } from '../domain/calendar/period.js';
import { formatGermanDay, minDate, type PlainDate } from '../domain/calendar/plain-date.js';
import { fte, sumFte, type Fte } from '../domain/proration/fte.js';
import { scaledSum } from '../domain/proration/yearly-sum.js';
import { vacanciesOf, type AgreedLine, type BookFacts } from '../positions/positions.js';
import type {
  AllocationLineDefinition,
  ContractDefinition,
} from '../programmes/definitions/definition.js';
import { lineChangeOf, recomputed } from './amended-line.rules.js';
import { changesText, nextTitle } from './amendment-text.rules.js';
import { NotMovable } from './amendments.errors.js';
import { openDraftOf } from './flow-down.rules.js';
import { ensureVacant } from './vacant-fte.rules.js';
import type { ContractWhatIf, FteMove, VacantPost } from './what-if.types.js';

/**
 * The contracts as they would be amended if VzÄ moved, in order of id: one version for each.
 * @throws UnknownAllocationLine, NotMovable, NotVacant
 */
export function movedContracts(
  facts: BookFacts,
  moves: readonly FteMove[],
): readonly ContractWhatIf[] {
  for (const move of moves) ensureMovable(facts, move);
  ensureVacant(facts, moves);
  const days = new Map<string, PlainDate>();
  for (const move of moves) {
    for (const lineId of [move.fromLine, move.toLine]) {
      const { id } = agreedLine(facts, lineId).contract;
      if ((days.get(id) ?? move.from) !== move.from) throw notMovable(move, 'several-days');
      days.set(id, move.from);
    }
  }
  return facts.contracts
    .flatMap((contract) => {
      const from = days.get(contract.id);
      return from === undefined ? [] : [movedContract(contract, from, moves)];
    })
    .toSorted((a, b) => (a.contract < b.contract ? -1 : 1));
}

function agreedLine(facts: BookFacts, lineId: string): AgreedLine {
  const agreed = facts.lines.get(lineId);
  if (agreed === undefined) throw new UnknownAllocationLine({ line: lineId });
  return agreed;
}

function notMovable({ fromLine, toLine }: FteMove, reason: string): NotMovable {
  return new NotMovable({ fromLine, toLine, reason });
}

function ensureMovable(facts: BookFacts, move: FteMove): void {
  const obstacle = obstacleOf(facts, move);
  if (obstacle !== undefined) throw notMovable(move, obstacle);
}

/** Why VzÄ cannot go from one line to the other; undefined if they can. @throws UnknownAllocationLine */
export function obstacleOf(facts: BookFacts, move: Omit<FteMove, 'fte'>): string | undefined {
  const [from, to] = [agreedLine(facts, move.fromLine), agreedLine(facts, move.toLine)];
  if (move.fromLine === move.toLine) return 'same-line';
  if (from.line.component !== to.line.component) return 'component';
  const [gives, takes] = [
    spanOn(from.contract, move.fromLine, move.from),
    spanOn(to.contract, move.toLine, move.from),
  ];
  if (gives === undefined || takes === undefined) return 'not-in-force';
  const isFollowedUp = [from, to].some(({ contract }) =>
    spansInForce(contract).some(({ period }) => period.from > move.from),
  );
  if (isFollowedUp) return 'later-version';
  const shared = { from: move.from, to: minDate(gives.period.to, takes.period.to) };
  const differs = yearsOf(shared).some(
    (year) =>
      holderIn(from.contract, move.fromLine, year) !== holderIn(to.contract, move.toLine, year),
  );
  return differs ? 'funding' : undefined;
}

function spanOn(
  contract: ContractDefinition,
  lineId: string,
  day: PlainDate,
): LineSpan | undefined {
  return spansOfLine(contract, lineId).find(({ period }) => contains(period, day));
}

/** Who pays in a year; own funds have no name. */
function holderIn(contract: ContractDefinition, lineId: string, year: number): string {
  const funding = fundingOfYear(contract, lineId, year);
  return funding === undefined ? '' : (holderOf(funding) ?? funding.source);
}

function movedContract(
  contract: ContractDefinition,
  from: PlainDate,
  moves: readonly FteMove[],
): ContractWhatIf {
  const version = versionOn(contract, from);
  const before = version?.lines ?? [];
  const after = before.map((line) => movedLine(line, movedFte(line.id, moves)));
  const lines = before.flatMap((line, index) => {
    const next = after[index];
    return next === undefined || next === line ? [] : [lineChangeOf(line, next)];
  });
  return {
    contract: contract.id,
    title: contract.title,
    fileReference: contract.fileReference,
    inForceFrom: from,
    lines,
    draftPending: openDraftOf(contract) !== undefined,
    proposed: {
      kind: 'amendment',
      title: nextTitle(contract),
      inForceFrom: from,
      inForceTo: version?.inForceTo ?? from,
      signatures: [],
      summary:
        `Unbesetzte VzÄ werden ab ${formatGermanDay(from)} verschoben. ${changesText(lines)} ` +
        'Wirksam mit Schriftform und allen Unterschriften (R4).',
      ...carried(version),
      lines: after,
    },
  };
}

function carried(
  version: ReturnType<typeof versionOn>,
): Pick<NewVersion, 'terms' | 'checklist' | 'clauses' | 'parts' | 'openItems'> {
  if (version === undefined) throw new RangeError('the version was looked for before');
  const { terms, checklist, clauses, parts, openItems } = version;
  return { terms, checklist, clauses, parts, openItems };
}

/** What a line gains, or loses, by all moves together. */
function movedFte(lineId: string, moves: readonly FteMove[]): Fte {
  const sum = (own: readonly FteMove[]): Fte => sumFte(own.map((move) => move.fte));
  const gained = sum(moves.filter(({ toLine }) => toLine === lineId));
  return fte(gained - sum(moves.filter(({ fromLine }) => fromLine === lineId)));
}

/** Material goes with the VzÄ of its line, the ceiling with both. */
function movedLine(line: AllocationLineDefinition, moved: Fte): AllocationLineDefinition {
  if (moved === 0) return line;
  const share = fte(line.fte + moved);
  const materialCents = scaledSum(line.materialCents, line.fte, share);
  return recomputed(line, { annualRateCents: line.annualRateCents, materialCents, fte: share });
}

/** Posts on the giving lines that are not wholly filled on the first day. */
export function vacantPosts(facts: BookFacts, moves: readonly FteMove[]): readonly VacantPost[] {
  const first = new Map(moves.map(({ fromLine, from }) => [fromLine, from]));
  return [...first].flatMap(([line, from]) =>
    (facts.positionsByLine.get(line) ?? []).flatMap((position): readonly VacantPost[] => {
      const vacantFte = vacanciesOf(position, { from, to: from })[0]?.missing;
      if (vacantFte === undefined) return [];
      const { id, label, plannedFte } = position;
      return [{ position: id, label, line, plannedFte, vacantFte }];
    }),
  );
}
