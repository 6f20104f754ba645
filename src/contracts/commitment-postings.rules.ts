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

/** Of a line and year more was ordered than it is committed to by now: a proposal to recover. */
export interface CommitmentExcess {
  readonly allocationLine: string;
  readonly budgetYear: number;
  readonly contract: string;
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
 * is an excess. What was booked under another notice line, partner or component goes first.
 */
export function commitmentPostings(
  scope: LineScope,
  wanted: Commitment | undefined,
  standing: Standing,
): readonly NewPosting[] {
  const target = wanted && keyOf(wanted.dimensions);
  const others = standing.dimensionsOf(scope).filter((each) => keyOf(each) !== target);
  const postings = others.flatMap((dimensions) => {
    const booked = standing.ownOf('commitments', dimensions);
    return posted(dimensions, cents(-smaller(booked, openOf(scope, standing))), standing);
  });
  if (wanted === undefined) return postings;
  const elsewhere = standing.ownOf('commitments', scope) - ownUnder(wanted, standing);
  const missing = notNegative(wanted.cents - elsewhere) - ownUnder(wanted, standing);
  const change =
    missing >= 0n ? cents(missing) : cents(-smaller(cents(-missing), openOf(scope, standing)));
  return [...postings, ...posted(wanted.dimensions, change, standing)];
}

/** What is booked for a line and year above what it is committed to: ordered already, or in error. */
export function excessOf(
  scope: LineScope,
  wanted: Commitment | undefined,
  standing: Standing,
): Cents {
  return notNegative(standing.ownOf('commitments', scope) - (wanted?.cents ?? 0n));
}

function ownUnder({ dimensions }: Commitment, standing: Standing): Cents {
  return standing.ownOf('commitments', dimensions);
}

/** Committed and neither ordered nor lapsed. */
function openOf(scope: LineScope, standing: Standing): Cents {
  return standing.allOf('commitments', scope);
}

function posted(dimensions: Dimensions, change: Cents, standing: Standing): readonly NewPosting[] {
  if (change === 0n) return [];
  const postings: readonly NewPosting[] = [
    { account: 'commitments', cents: change, ...dimensions },
    { account: 'commitments-contra', cents: cents(-change), ...dimensions },
  ];
  standing.count(postings);
  return postings;
}

function smaller(a: Cents, b: Cents): Cents {
  return notNegative(a < b ? a : b);
}

function notNegative(amount: bigint): Cents {
  return cents(amount < 0n ? 0n : amount);
}
