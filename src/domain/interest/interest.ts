import { strict as assert } from 'node:assert';
import {
  addDays,
  firstOfYear,
  yearOf,
  type Period,
  type PlainDate,
} from '../calendar/plain-date.js';
import { yearsOf } from '../calendar/period.js';
import type { Derivation } from '../derivation/derivation.js';
import { cents, type Cents } from '../money/cents.js';
import { add, equal, sumFractions, type Fraction } from '../money/fraction.js';
import { roundParts } from '../money/round-parts.js';
import { countDays, type DayCount } from './day-count.js';
import { interestDerivation } from './interest-derivation.js';
import {
  baseRateOn,
  marginOn,
  type BaseRates,
  type InterestBasis,
  type MarginRow,
} from './rates.js';

/** A payment on the principal: interest runs on it up to and including its value date (R24). */
export interface PartPayment {
  readonly on: PlainDate;
  readonly amount: Cents;
}

export interface InterestQuestion {
  readonly principal: Cents;
  /** First and last interest-bearing day, both included. */
  readonly period: Period;
  readonly basis: InterestBasis;
  /** Points above the base rate; needed for `agreed`, and only there. */
  readonly agreedMargin?: Fraction;
  readonly dayCount: DayCount;
  readonly payments?: readonly PartPayment[];
}

/** The dated tables of law that interest rests on. */
export interface InterestTables {
  readonly baseRates: BaseRates;
  readonly margins: readonly MarginRow[];
}

/** Days of one year with one rate and one principal: a line of the printed table. */
export interface InterestSegment extends Period {
  readonly days: number;
  readonly daysInYear: number;
  readonly principal: Cents;
  /** Percent a year; `rate` is base rate and margin together. */
  readonly baseRate: Fraction;
  readonly margin: Fraction;
  readonly marginClause?: string;
  readonly rate: Fraction;
  readonly exactCents: Fraction;
  /** Printed: whole cents that add up to the total by largest remainder. */
  readonly amount: Cents;
}

export interface Interest {
  readonly amount: Cents;
  readonly exactCents: Fraction;
  readonly segments: readonly InterestSegment[];
  readonly derivation: () => Derivation;
}

/**
 * Simple interest above the base rate (R20-R25): split at each change of base rate or margin, at
 * year ends and behind each part payment; summed exactly, rounded once, no compound interest.
 *
 * @throws BaseRateMissing, MarginMissing for a day about which the tables say nothing
 * @see § 49a Abs. 3 VwVfG NRW, § 29 Abs. 5 HHG NRW, § 288 Abs. 1 BGB
 */
export function interest(question: InterestQuestion, tables: InterestTables): Interest {
  const exact = exactSegments(question, tables);
  const { total, parts } = roundParts(exact.map(({ exactCents }) => exactCents));
  const segments = exact.map((segment, index) => ({
    ...segment,
    amount: parts[index] ?? cents(0n),
  }));
  const exactCents = sumFractions(exact.map((segment) => segment.exactCents));
  return {
    amount: total,
    exactCents,
    segments,
    derivation: () => interestDerivation(question, segments, exactCents, total),
  };
}

type ExactSegment = Omit<InterestSegment, 'amount'>;

function exactSegments(question: InterestQuestion, tables: InterestTables): ExactSegment[] {
  const { period, dayCount } = question;
  const starts = splitDays(question, tables);
  const pieces = starts.map((from, index) => {
    const next = starts[index + 1];
    return ratedPiece(question, tables, { from, to: next ? addDays(next, -1) : period.to });
  });
  const owed = pieces.filter(({ principal }) => principal > 0n);
  return joined(owed).map((piece) => {
    const { days, daysInYear } = countDays(piece, dayCount);
    const n = piece.principal * piece.rate.n * BigInt(days);
    const d = piece.rate.d * 100n * BigInt(daysInYear);
    return { ...piece, days, daysInYear, exactCents: { n, d } };
  });
}

/** The first days of all pieces: the first day itself, and each day on which something changes. */
function splitDays(question: InterestQuestion, tables: InterestTables): readonly PlainDate[] {
  const { period, basis, payments = [] } = question;
  const changes = [
    ...tables.baseRates.rows.map(({ validFrom }) => validFrom),
    ...tables.margins.filter((row) => row.basis === basis).map(({ validFrom }) => validFrom),
    ...yearsOf(period).map(firstOfYear),
    ...payments.map(({ on }) => addDays(on, 1)),
  ];
  const within = changes.filter((day) => period.from < day && day <= period.to);
  return [...new Set([period.from, ...within])].toSorted();
}

type RatedPiece = Omit<ExactSegment, 'days' | 'daysInYear' | 'exactCents'>;

function ratedPiece(
  { principal, basis, agreedMargin, payments = [] }: InterestQuestion,
  { baseRates, margins }: InterestTables,
  { from, to }: Period,
): RatedPiece {
  const paid = payments.reduce((sum, { on, amount }) => (on < from ? sum + amount : sum), 0n);
  const open = principal - paid;
  assert(open >= 0n, 'interest: more was paid than was owed');
  baseRateOn(to, baseRates);
  const baseRate = baseRateOn(from, baseRates).percent;
  const { points, clause } = marginFor(from, basis, agreedMargin, margins);
  const piece = {
    from,
    to,
    principal: cents(open),
    baseRate,
    margin: points,
    rate: add(baseRate, points),
  };
  return clause === undefined ? piece : { ...piece, marginClause: clause };
}

function marginFor(
  day: PlainDate,
  basis: InterestBasis,
  agreedMargin: Fraction | undefined,
  margins: readonly MarginRow[],
): { readonly points: Fraction; readonly clause?: string } {
  if (basis !== 'agreed') return marginOn(day, basis, margins);
  assert(agreedMargin !== undefined, 'interest: an agreed basis names its margin');
  return { points: agreedMargin };
}

/** A new row with the old rate is no change: such neighbours are one line of the table. */
function joined(pieces: readonly RatedPiece[]): readonly RatedPiece[] {
  const result: RatedPiece[] = [];
  for (const piece of pieces) {
    const previous = result.at(-1);
    if (previous && hasSameTerms(previous, piece)) {
      result[result.length - 1] = { ...previous, to: piece.to };
    } else {
      result.push(piece);
    }
  }
  return result;
}

function hasSameTerms(a: RatedPiece, b: RatedPiece): boolean {
  return (
    a.principal === b.principal &&
    equal(a.baseRate, b.baseRate) &&
    equal(a.margin, b.margin) &&
    yearOf(a.from) === yearOf(b.from)
  );
}
