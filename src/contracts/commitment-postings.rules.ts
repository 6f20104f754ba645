import { cents, type Cents } from '../domain/money/cents.js';
import {
  allocationLineScope,
  keyOf,
  type Dimensions,
  type LineScope,
  type NewPosting,
  type Standing,
} from '../ledger/ledger.js';
import { KREIS, type ContractDefinition } from '../programmes/definitions/definition.js';
import { ceilingOfYear } from './ceiling.rules.js';
import { fundingOfYear, yearsOfLine } from './line-capacity.rules.js';
import { lineIdsOf, spansOfLineInYear } from './version.rules.js';

/** "Vertragliche Bindung" of a line for a budget year: its ceiling by the versions in force. */
export interface Commitment {
  readonly dimensions: Dimensions;
  readonly cents: Cents;
}

/**
 * What a contract commits the Kreis to, by line and year. What a partner passes on (third tier) is
 * tracked, not booked; what is refunded to the Kreis (R44) is no commitment.
 */
export function commitmentsOf(contract: ContractDefinition): ReadonlyMap<LineScope, Commitment> {
  if (contract.direction !== 'forwarding' || contract.forwardedBy !== KREIS) return new Map();
  return new Map(
    lineIdsOf(contract).flatMap((lineId) =>
      yearsOfLine(contract, lineId).map(
        (year) =>
          [allocationLineScope(lineId, year), commitmentOf(contract, lineId, year)] as const,
      ),
    ),
  );
}

/** What a line binds in a year, whatever it was booked under. */
export function boundInYear(contract: ContractDefinition, lineId: string, year: number): Cents {
  return ceilingOfYear(spansOfLineInYear(contract, lineId, year), year).cents;
}

function commitmentOf(contract: ContractDefinition, lineId: string, year: number): Commitment {
  const spans = spansOfLineInYear(contract, lineId, year);
  const last = spans.at(-1)?.line;
  const funding = fundingOfYear(contract, lineId, year);
  return {
    cents: ceilingOfYear(spans, year).cents,
    dimensions: {
      programme: contract.programme,
      ...(last && { component: last.component, partner: last.partner }),
      budgetYear: year,
      ...(funding?.source === 'notice-line' && { noticeLine: funding.noticeLine }),
      contract: contract.id,
      allocationLine: lineId,
    },
  };
}

/**
 * The postings that bring one line and year from what contracts have booked to what it is committed
 * to now; they are counted in `standing`. A commitment falls to what is ordered at most: the rest
 * is an excess. What was booked under another notice line, partner or component goes to zero, but
 * for what was ordered there.
 */
export function commitmentPostings(
  scope: LineScope,
  wanted: Commitment | undefined,
  standing: Standing,
): readonly NewPosting[] {
  const target = wanted && keyOf(wanted.dimensions);
  const others = standing.dimensionsOf(scope).filter((each) => keyOf(each) !== target);
  let rest = toBeBooked(scope, wanted, standing);
  for (const each of others) rest -= orderedUnder(each, standing);
  const changes = others.map((dimensions) => {
    const booked = standing.ownOf('commitments', dimensions);
    const ordered = orderedUnder(dimensions, standing);
    const more = wanted ? 0n : between(rest, booked - ordered);
    rest -= more;
    return { dimensions, change: ordered + more - booked };
  });
  if (wanted) {
    const booked = standing.ownOf('commitments', wanted.dimensions);
    changes.push({ dimensions: wanted.dimensions, change: (rest < 0n ? 0n : rest) - booked });
  }
  const postings = changes.flatMap(({ dimensions, change }) => posted(dimensions, change));
  standing.count(postings);
  return postings;
}

/** What the line binds; or what is ordered of what was booked, where that is more. */
function toBeBooked(scope: LineScope, wanted: Commitment | undefined, standing: Standing): bigint {
  const booked = standing.ownOf('commitments', scope);
  const ordered = between(booked - standing.allOf('commitments', scope), booked);
  const bound = wanted?.cents ?? 0n;
  return bound > ordered ? bound : ordered;
}

/** What is ordered, or has lapsed, under just these dimensions, of what was booked there. */
function orderedUnder(dimensions: Dimensions, standing: Standing): bigint {
  const booked = standing.ownOf('commitments', dimensions);
  return between(booked - standing.allOf('commitments', dimensions), booked);
}

function posted(dimensions: Dimensions, change: bigint): readonly NewPosting[] {
  if (change === 0n) return [];
  return [
    { account: 'commitments', cents: cents(change), ...dimensions },
    { account: 'commitments-contra', cents: cents(-change), ...dimensions },
  ];
}

/** The amount, but no less than nothing and no more than the most. */
function between(amount: bigint, most: bigint): bigint {
  const least = amount < most ? amount : most;
  return least < 0n ? 0n : least;
}
