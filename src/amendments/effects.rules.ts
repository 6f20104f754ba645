import { lineIdsOf } from '../contracts/contracts.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { sumCents, type Cents } from '../domain/money/cents.js';
import type { BookFacts, ProgrammeFigures } from '../positions/positions.js';
import { sumsOf } from './effect-sums.rules.js';
import type {
  Effects,
  HolderEffect,
  LineEffect,
  OwnPostEffect,
  YearEffects,
} from './effects.types.js';
import { allocationLineState, noticeLineState, usersOf, type Users } from './holders.rules.js';
import { lineEffect, type YearScope } from './line-effects.rules.js';
import {
  changedNoticeLines,
  changedPositions,
  ownPostEffect,
  touchedOwnPosts,
} from './own-post-effects.rules.js';

/** What the effects of a change are computed with. */
export interface EffectScope {
  readonly years: readonly number[];
  /** "To date" counts up to this day. */
  readonly on: PlainDate;
  readonly figuresOf: (year: number) => ProgrammeFigures;
  /** The programmes' figures after the change, where it brings new rates; absent: the same. */
  readonly figuresAfter?: (year: number) => ProgrammeFigures;
}

interface Sides {
  readonly before: Users;
  readonly after: Users;
}

/**
 * "Auswirkung" of a change: which lines and posts have other VzÄ, rates, sums or entitlements, by
 * how much in each year and to date, and what is then granted, used and free. Only what the
 * change touches is computed.
 */
export function effectsOf(before: BookFacts, after: BookFacts, scope: EffectScope): Effects {
  const lines = touchedLines(before, after);
  const posts = touchedOwnPosts(before, after);
  const sides = { before: usersOf(before), after: usersOf(after) };
  const years = [...new Set(scope.years)].toSorted((a, b) => a - b);
  const effects = years.map((year) => yearEffects(sides, { lines, posts }, year, scope));
  const sum = (of: (year: YearEffects) => Cents): Cents => sumCents(effects.map(of));
  return {
    on: scope.on,
    years: effects,
    differenceCents: sum(({ total }) => total.difference.entitledCents),
    differenceToDateCents: sum(({ total }) => total.difference.toDateCents),
  };
}

function yearEffects(
  sides: Sides,
  touched: { readonly lines: readonly string[]; readonly posts: readonly string[] },
  year: number,
  { on, figuresOf, figuresAfter = figuresOf }: EffectScope,
): YearEffects {
  const [before, after] = [sides.before.facts, sides.after.facts];
  const scope: YearScope = { year, on, figures: figuresOf(year) };
  const lines = touched.lines.flatMap((line) => lineEffect(before, after, line, scope) ?? []);
  const next: YearScope = { ...scope, figures: figuresAfter(year) };
  const ownPosts = touched.posts.flatMap(
    (id) => ownPostEffect(before, after, id, scope, next) ?? [],
  );
  return {
    year,
    lines,
    ownPosts,
    ...sumsOf(lines),
    holders: holderEffects(sides, lines, ownPosts, scope, next),
  };
}

/** Lines whose contract or posts are other objects than before, and the lines above them. */
function touchedLines(before: BookFacts, after: BookFacts): readonly string[] {
  const known = new Map(before.contracts.map((contract) => [contract.id, contract]));
  const contracts = after.contracts.filter((contract) => known.get(contract.id) !== contract);
  const posts = changedPositions(before, after).flatMap(
    ({ allocationLine }) => allocationLine ?? [],
  );
  const touched = new Set([
    ...contracts.flatMap((contract) => [
      ...lineIdsOf(contract),
      ...lineIdsOf(known.get(contract.id) ?? contract),
    ]),
    ...posts,
  ]);
  for (const line of touched) {
    for (const facts of [before, after])
      for (const above of parentsOf(facts, line)) touched.add(above);
  }
  return [...touched].toSorted();
}

function parentsOf(facts: BookFacts, lineId: string): readonly string[] {
  const versions = facts.lines.get(lineId)?.contract.versions ?? [];
  return versions
    .flatMap(({ lines }) => lines.filter(({ id }) => id === lineId))
    .flatMap(({ funding }) => funding)
    .flatMap((each) => (each.source === 'allocation-line' ? [each.allocationLine] : []));
}

function holderEffects(
  sides: Sides,
  lines: readonly LineEffect[],
  ownPosts: readonly OwnPostEffect[],
  { year, figures }: YearScope,
  next: YearScope,
): readonly HolderEffect[] {
  const changed = changedNoticeLines(sides.before.facts, sides.after.facts).filter((id) =>
    [sides.after, sides.before].some(({ facts }) => facts.noticeLines.get(id)?.line.year === year),
  );
  const drawn = [...lines, ...ownPosts].flatMap(({ noticeLine }) => noticeLine ?? []);
  const noticeLines = [...new Set([...changed, ...drawn])].toSorted();
  const granted = noticeLines.map((id): HolderEffect => ({
    ...{ kind: 'notice-line', id, year },
    before: noticeLineState(sides.before, id, figures.ratesOf),
    after: noticeLineState(sides.after, id, next.figures.ratesOf),
  }));
  const below = lines
    .filter((line) => maySqueeze(sides, line))
    .map(({ line }): HolderEffect => ({
      ...{ kind: 'allocation-line', id: line, year },
      before: allocationLineState(sides.before, line, year),
      after: allocationLineState(sides.after, line, year),
    }));
  const isShort = ({ before, after }: HolderEffect): boolean =>
    before.shortages.length + after.shortages.length > 0;
  return [...granted, ...below.filter(isShort)];
}

/** A line without others below it runs short only where its VzÄ or those of its posts change. */
function maySqueeze({ before, after }: Sides, { line, difference, posts }: LineEffect): boolean {
  return (
    difference.fte !== 0 ||
    posts.some((post) => post.before.fte !== post.after.fte) ||
    [before, after].some(({ facts }) => facts.subLines.has(line))
  );
}
