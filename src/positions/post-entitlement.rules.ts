import type { LineSpan } from '../contracts/contracts.js';
import { intersect } from '../domain/calendar/period.js';
import { addDays, type Period } from '../domain/calendar/plain-date.js';
import { money, named, step, type Derivation } from '../domain/derivation/derivation.js';
import { cents, ZERO_CENTS, type Cents } from '../domain/money/cents.js';
import {
  roundHalfAwayFromZero,
  sumFractions,
  ZERO,
  type Fraction,
} from '../domain/money/fraction.js';
import type { ProrationConvention } from '../domain/proration/conventions.js';
import type { Spell } from '../domain/proration/daily-shares.js';
import { entitlement, type AnnualRate, type Entitlement } from '../domain/proration/entitlement.js';
import { FULL_TIME } from '../domain/proration/fte.js';
import { wholeYearUnits } from '../domain/proration/year-units.js';
import type {
  OccupancyDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
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
    spells: position.occupancies.map(spellOf),
    unpaidCutsCap: stretch.unpaidCutsCap,
    rates: stretch.rates,
    convention: stretch.convention,
    conventionClause: stretch.conventionClause,
    postClause: stretch.postClause,
  };
}

function spellOf({ unpaid, ...occupancy }: OccupancyDefinition): Spell {
  return unpaid.length === 0
    ? occupancy
    : { ...occupancy, unpaid: unpaid.map(({ period }) => period) };
}

function filledParts(
  stretch: TermsStretch,
  result: Entitlement,
  year: number,
): readonly FilledPart[] {
  const whole = BigInt(wholeYearUnits(stretch.convention, year)) * BigInt(FULL_TIME);
  return result.byYear.flatMap(({ parts }) =>
    parts.map(({ rate, units }) => ({ rate, fteYears: { n: BigInt(units), d: whole } })),
  );
}

/** One stretch explains itself; several are added up before the one rounding. */
function derivationOf(
  results: readonly Entitlement[],
  exactCents: Fraction,
  amountCents: Cents,
): Derivation {
  const [only] = results;
  if (only !== undefined && results.length === 1) return only.derivation();
  const exact = { kind: 'exact-money', cents: exactCents } as const;
  const partial = results.flatMap((result) =>
    result.derivation().steps.filter(({ key }) => key !== 'rounded'),
  );
  return {
    rule: 'R7',
    ruleVersion: 1,
    steps: [
      ...partial,
      step('sum-of-parts', [], exact),
      step('rounded', [named('exact', exact)], money(amountCents)),
    ],
    rounding: 'once-half-away-from-zero',
    result: money(amountCents),
  };
}

/** A post that does not exist in the year, or a year without money: nothing, and it says so. */
export const NO_AMOUNT: PostAmount = {
  amountCents: ZERO_CENTS,
  exactCents: ZERO,
  share: ZERO,
  parts: [],
  exists: false,
  derivation: () => derivationOf([], ZERO, ZERO_CENTS),
};

/** The post as if one person filled it all the time: what it can yield at most. */
export function filledThroughout(position: PositionDefinition): PositionDefinition {
  const occupancy: OccupancyDefinition = {
    id: 'planned',
    personKey: 'planned',
    from: position.from,
    share: position.plannedFte,
    cover: false,
    unpaid: [],
  };
  return { ...position, occupancies: [occupancy] };
}
