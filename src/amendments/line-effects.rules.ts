import { ceilingOfYear, spansOfLineInYear, type LineSpan } from '../contracts/contracts.js';
import { contains } from '../domain/calendar/period.js';
import { firstOfYear, lastOfYear, type PlainDate } from '../domain/calendar/plain-date.js';
import { subtractCents, ZERO_CENTS, type Cents } from '../domain/money/cents.js';
import { ZERO_FTE } from '../domain/proration/fte.js';
import {
  entitlementOfLine,
  type BookFacts,
  type LineEntitlement,
  type PostEntitlement,
  type ProgrammeFigures,
} from '../positions/positions.js';
import { differenceOf } from './effect-sums.rules.js';
import type { LineEffect, LineSide, PostEffect, PostSide } from './effects.types.js';

/** Which year is looked at, and up to which day "to date" counts. */
export interface YearScope {
  readonly year: number;
  readonly on: PlainDate;
  readonly figures: ProgrammeFigures;
}

/** A line in a year, with its entitlement computed for the year and up to the day. */
interface ComputedLine {
  readonly spans: readonly LineSpan[];
  readonly whole: LineEntitlement | undefined;
  readonly toDate: LineEntitlement | undefined;
}

/** What a change does to a line in a year; undefined if it does nothing. */
export function lineEffect(
  before: BookFacts,
  after: BookFacts,
  lineId: string,
  scope: YearScope,
): LineEffect | undefined {
  const [old, next] = [computed(before, lineId, scope), computed(after, lineId, scope)];
  const told = next.whole ?? old.whole;
  const lastDay = [...old.spans, ...next.spans]
    .map(({ period }) => period.to)
    .toSorted()
    .at(-1);
  if (told === undefined || lastDay === undefined) return undefined;
  const sides = { before: sideOf(old, scope, lastDay), after: sideOf(next, scope, lastDay) };
  const posts = postEffects(old, next);
  if (posts.length === 0 && isSame(sides.before, sides.after)) return undefined;
  const funding = next.whole?.funding ?? old.whole?.funding;
  return {
    contract: told.contract,
    line: lineId,
    title: told.title,
    partner: told.partner,
    component: told.component,
    year: scope.year,
    subForwarding: told.subForwarding || (old.whole?.subForwarding ?? false),
    ...(funding?.source === 'notice-line' && { noticeLine: funding.noticeLine }),
    ...sides,
    difference: differenceOf(sides.before, sides.after),
    posts,
  };
}

function computed(facts: BookFacts, lineId: string, scope: YearScope): ComputedLine {
  const { year, on, figures } = scope;
  const agreed = facts.lines.get(lineId);
  const spans = agreed ? spansOfLineInYear(agreed.contract, lineId, year) : [];
  if (spans.length === 0) return { spans, whole: undefined, toDate: undefined };
  const whole = entitlementOfLine(facts, lineId, { year }, figures);
  if (on >= lastOfYear(year)) return { spans, whole, toDate: whole };
  if (on < firstOfYear(year)) return { spans, whole, toDate: undefined };
  return { spans, whole, toDate: entitlementOfLine(facts, lineId, { year, on }, figures) };
}

function sideOf(
  { spans, whole, toDate }: ComputedLine,
  { year }: YearScope,
  lastDay: PlainDate,
): LineSide {
  const line = spans.at(-1)?.line;
  const inForce = spans.find(({ period }) => contains(period, lastDay))?.line;
  return {
    fte: inForce?.fte ?? ZERO_FTE,
    annualRateCents: line?.annualRateCents ?? ZERO_CENTS,
    materialCents: line?.materialCents ?? ZERO_CENTS,
    fullCeilingCents: line?.ceilingCents ?? ZERO_CENTS,
    ceilingCents: whole?.ceilingCents ?? ZERO_CENTS,
    entitledCents: whole?.amountCents ?? ZERO_CENTS,
    toDateCents: toDate?.amountCents ?? ZERO_CENTS,
    derivation: () => whole?.derivation(),
    ceilingDerivation: () => ceilingOfYear(spans, year).derivation,
  };
}

function isSame(a: LineSide, b: LineSide): boolean {
  return (
    a.fte === b.fte &&
    a.annualRateCents === b.annualRateCents &&
    a.materialCents === b.materialCents &&
    a.fullCeilingCents === b.fullCeilingCents &&
    a.ceilingCents === b.ceilingCents &&
    a.entitledCents === b.entitledCents &&
    a.toDateCents === b.toDateCents
  );
}

function postEffects(old: ComputedLine, next: ComputedLine): readonly PostEffect[] {
  const [before, after] = [postsOf(old), postsOf(next)];
  const ids = [...new Set([...before.keys(), ...after.keys()])];
  return ids.flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    const label = (is ?? was)?.label ?? id;
    return postEffect(id, label, was?.side ?? NO_POST, is?.side ?? NO_POST) ?? [];
  });
}

function postsOf({ whole, toDate }: ComputedLine) {
  const soFar = new Map((toDate?.posts ?? []).map((post) => [post.position, post.amountCents]));
  return new Map(
    (whole?.posts ?? []).map((post) => {
      const side = postSide(post, soFar.get(post.position) ?? ZERO_CENTS);
      return [post.position, { label: post.label, side }] as const;
    }),
  );
}

export function postSide(post: PostEntitlement, toDateCents: Cents): PostSide {
  return {
    fte: post.plannedFte,
    entitledCents: post.amountCents,
    toDateCents,
    derivation: () => post.derivation(),
  };
}

export const NO_POST: PostSide = {
  fte: ZERO_FTE,
  entitledCents: ZERO_CENTS,
  toDateCents: ZERO_CENTS,
  derivation: () => undefined,
};

/** Undefined where nothing differs. */
export function postEffect(
  position: string,
  label: string,
  before: PostSide,
  after: PostSide,
): PostEffect | undefined {
  const differenceCents = subtractCents(after.entitledCents, before.entitledCents);
  const differenceToDateCents = subtractCents(after.toDateCents, before.toDateCents);
  const isSamePost =
    differenceCents === 0n && differenceToDateCents === 0n && before.fte === after.fte;
  return isSamePost
    ? undefined
    : { position, label, before, after, differenceCents, differenceToDateCents };
}
