import {
  ceilingOfYear,
  fundingOfYear,
  spansOfLineInYear,
  type LineSpan,
} from '../contracts/contracts.js';
import { intersect } from '../domain/calendar/period.js';
import { firstOfYear, type PlainDate } from '../domain/calendar/plain-date.js';
import { cents, sumCents, ZERO_CENTS, type Cents } from '../domain/money/cents.js';
import { roundHalfAwayFromZero, sumFractions } from '../domain/money/fraction.js';
import { split } from '../domain/money/split.js';
import type {
  CapLevel,
  ContractDefinition,
  LineFunding,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import type { LineEntitlement, PostEntitlement, ZeroReason } from './entitlement.types.js';
import { lineDerivation, type CountedPost } from './line-derivation.rules.js';
import { materialOfYear, measuresOfYear, type FixedSumOf } from './line-sums.rules.js';
import {
  NO_AMOUNT,
  postAmount,
  stretchesOfTerms,
  type PostAmount,
} from './post-entitlement.rules.js';

/** What an entitlement of a line is computed from. */
export interface LineFacts {
  readonly contract: ContractDefinition;
  readonly lineId: string;
  /** The posts of the line and of its sub-forwardings. */
  readonly positions: readonly PositionDefinition[];
  readonly year: number;
  /** The last day of the year that counts. */
  readonly through: PlainDate;
  readonly fixedSumOf: FixedSumOf;
}

/**
 * R6: "Anspruch" of a line in a year, before a proof: the prorated cap of its posts, its material
 * and its measures, at most its ceiling. Undefined if no version ever had the line.
 */
export function lineEntitlement(facts: LineFacts): LineEntitlement | undefined {
  const { contract, lineId, year, through } = facts;
  const whole = spansOfLineInYear(contract, lineId, year);
  const known = whole.at(-1)?.line ?? lastKnownLine(contract, lineId);
  if (known === undefined) return undefined;
  const funding = fundingOfYear(contract, lineId, year);
  const paid = funding === undefined ? [] : cutTo(whole, year, through);
  const capLevel = paid.at(-1)?.version.terms.capLevel.level ?? 'per-post';
  const posts = countedPosts(facts.positions, paid, year, capLevel);
  const material = materialOfYear(
    paid,
    posts.map(({ amount }) => amount),
    year,
  );
  const measures = measuresOfYear(paid, facts.fixedSumOf);
  const staffCents = sumCents(posts.map((post) => post.cents));
  const ceilingCents = ceilingOfYear(funding === undefined ? [] : whole, year).cents;
  const sum = cents(staffCents + material.cents + measures.cents);
  const amountCents = sum > ceilingCents ? ceilingCents : sum;
  const zero = amountCents === 0n ? zeroReason(whole, funding, posts) : undefined;
  return {
    contract: contract.id,
    line: lineId,
    title: known.title,
    partner: known.partner,
    component: known.component,
    year,
    through,
    subForwarding: funding?.source === 'allocation-line' || contract.forwardedBy !== 'kreis',
    ...(funding && { funding }),
    fte: known.fte,
    capLevel,
    staffCents,
    materialCents: material.cents,
    measuresCents: measures.cents,
    ceilingCents,
    amountCents,
    ...(zero && { zero }),
    posts: posts.map((post) => postEntitlement(facts, post)),
    derivation: () =>
      lineDerivation(posts, [material, measures], { capLevel, ceilingCents, amountCents }),
  };
}

function lastKnownLine(contract: ContractDefinition, lineId: string) {
  return contract.versions.flatMap(({ lines }) => lines.filter(({ id }) => id === lineId)).at(-1);
}

function cutTo(spans: readonly LineSpan[], year: number, through: PlainDate): readonly LineSpan[] {
  const days = { from: firstOfYear(year), to: through };
  if (through < days.from) return [];
  return spans.flatMap((span) => {
    const period = intersect(span.period, days);
    return period ? [{ ...span, period }] : [];
  });
}

/** Per post each is rounded by itself; per line the pool is rounded once and split among them. */
function countedPosts(
  positions: readonly PositionDefinition[],
  spans: readonly LineSpan[],
  year: number,
  capLevel: CapLevel,
): readonly CountedPost[] {
  const stretches = stretchesOfTerms(spans);
  const amounts = positions.map((position) =>
    stretches.length === 0 ? NO_AMOUNT : postAmount(position, stretches, year),
  );
  const shares = capLevel === 'per-line' ? pooled(amounts) : amounts.map((a) => a.amountCents);
  return positions.map((position, index) => {
    const amount = amounts[index] ?? NO_AMOUNT;
    return { position, amount, cents: shares[index] ?? ZERO_CENTS };
  });
}

function pooled(amounts: readonly PostAmount[]): readonly Cents[] {
  const weights = amounts.map(({ exactCents }) => exactCents);
  const pool = cents(roundHalfAwayFromZero(sumFractions(weights)));
  return weights.some(({ n }) => n > 0n) ? split(pool, weights) : weights.map(() => ZERO_CENTS);
}

function zeroReason(
  spans: readonly LineSpan[],
  funding: LineFunding | undefined,
  posts: readonly CountedPost[],
): ZeroReason {
  if (spans.length === 0) return 'not-in-force';
  if (funding === undefined) return 'no-funding';
  return posts.some(({ amount }) => amount.exists) ? 'vacant' : 'nothing-agreed';
}

function postEntitlement(facts: LineFacts, post: CountedPost): PostEntitlement {
  const { position, amount } = post;
  const zero: ZeroReason | undefined =
    post.cents > 0n ? undefined : amount.exists ? 'vacant' : missingReason(facts);
  return {
    position: position.id,
    label: position.label,
    component: position.component,
    year: facts.year,
    through: facts.through,
    employer: position.employer,
    placeOfWork: position.placeOfWork,
    plannedFte: position.plannedFte,
    contract: facts.contract.id,
    line: facts.lineId,
    amountCents: post.cents,
    exactCents: amount.exactCents,
    share: amount.share,
    ...(zero && { zero }),
    derivation: () => amount.derivation(),
  };
}

function missingReason({ contract, lineId, year }: LineFacts): ZeroReason {
  if (spansOfLineInYear(contract, lineId, year).length === 0) return 'not-in-force';
  return fundingOfYear(contract, lineId, year) === undefined ? 'no-funding' : 'no-post';
}
