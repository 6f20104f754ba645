import type { LineSpan } from '../contracts/contracts.js';
import { intersect } from '../domain/calendar/period.js';
import { addDays, type Period } from '../domain/calendar/plain-date.js';
import {
  money,
  named,
  step,
  type Derivation,
} from '../domain/derivation/derivation.js';
import { cents, ZERO_CENTS, type Cents } from '../domain/money/cents.js';
import {
  add,
  roundHalfAwayFromZero,
  sumFractions,
  ZERO,
  type Fraction,
} from '../domain/money/fraction.js';
import type { ProrationConvention } from '../domain/proration/conventions.js';
import { entitlement, type AnnualRate, type Entitlement } from '../domain/proration/entitlement.js';
import { FULL_TIME } from '../domain/proration/fte.js';
import { wholeYearUnits } from '../domain/proration/year-units.js';
import type { PositionDefinition } from '../programmes/definitions/definition.js';
import { periodOf } from './occupancy.rules.js';

/** Days of one year on which a post is computed under one convention; rates may change within. */
export interface TermsStretch {
  readonly period: Period;
  readonly convention: ProrationConvention;
  readonly conventionClause: string;
  readonly unpaidCutsCap: boolean;
  readonly postClause: string;
  readonly rates: readonly AnnualRate[];
}

/** Filled VzÄ-years of a post under one rate: 1/2 is 1.0 VzÄ for half a year. */
export interface FilledPart {
  readonly rate: AnnualRate;
  readonly fteYears: Fraction;
}

/** What a post yields in one year, before it is put beside others. */
export interface PostAmount {
  readonly amountCents: Cents;
  readonly exactCents: Fraction;
  /** The part of the year that the planned share was filled: time only. */
  readonly share: Fraction;
  readonly parts: readonly FilledPart[];
  /** Whether the post exists at all on one of the days. */
  readonly exists: boolean;
  derivation(): Derivation;
}

/**
 * The versions of a line as stretches of equal terms: neighbours with the same convention are one
 * stretch with several rates, so that a month in which the rate changes stays one month.
 */
export function stretchesOfTerms(spans: readonly LineSpan[]): readonly TermsStretch[] {
  return spans.reduce<readonly TermsStretch[]>((stretches, span) => {
    const next = stretchOf(span);
    const last = stretches.at(-1);
    if (last === undefined || !continues(last, next)) return [...stretches, next];
    const joined: TermsStretch = {
      ...last,
      period: { from: last.period.from, to: next.period.to },
      rates: [...last.rates, ...next.rates],
    };
    return [...stretches.slice(0, -1), joined];
  }, []);
}

function stretchOf({ version, line, period }: LineSpan): TermsStretch {
  const { proration, unpaidSpells } = version.terms;
  return {
    period,
    convention: proration.convention,
    conventionClause: proration.clause,
    unpaidCutsCap: unpaidSpells.cutCap,
    postClause: line.clause,
    rates: [{ validFrom: period.from, annualCents: line.annualRateCents, clause: line.clause }],
  };
}

function continues(last: TermsStretch, next: TermsStretch): boolean {
  return (
    last.convention === next.convention &&
    last.unpaidCutsCap === next.unpaidCutsCap &&
    addDays(last.period.to, 1) === next.period.from
  );
}

/**
 * R6, R7: what the filled time of a post yields in one year, rounded once for the year.
 * @param stretches of one calendar year, cut to the days that count
 */
export function postAmount(
  position: PositionDefinition,
  stretches: readonly TermsStretch[],
  year: number,
): PostAmount {
  const computed = stretches.flatMap((stretch) => {
    const period = intersect(periodOf(position), stretch.period);
    return period ? [{ stretch, result: entitlement(planOf(position, stretch, period)) }] : [];
  });
  const ofYear = computed.flatMap(({ result }) => result.byYear);
  const exactCents = sumFractions(ofYear.map((part) => part.exactCents));
  const amountCents = cents(roundHalfAwayFromZero(exactCents));
  const results = computed.map(({ result }) => result);
  return {
    amountCents,
    exactCents,
    share: sumFractions(ofYear.map((part) => part.share)),
    parts: computed.flatMap(({ stretch, result }) => filledParts(stretch, result, year)),
    exists: computed.length > 0,
    derivation: () => derivationOf(results, exactCents, amountCents),
  };
}

function planOf(position: PositionDefinition, stretch: TermsStretch, period: Period) {
  return {
    period,
    plannedFte: position.plannedFte,
    spells: position.occupancies,
    unpaidCutsCap: stretch.unpaidCutsCap,
    rates: stretch.rates,
    convention: stretch.convention,
    conventionClause: stretch.conventionClause,
    postClause: stretch.postClause,
  };
}
