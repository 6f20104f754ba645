import { levels, stretches, type SidedSlice, type Slice } from '../capacity/capacity.js';
import {
  allocationLineHolder,
  grantOfLine,
  spansOfLine,
  usesOfLine,
} from '../contracts/contracts.js';
import { calendarYear, contains, intersect } from '../domain/calendar/period.js';
import { firstOfYear } from '../domain/calendar/plain-date.js';
import { cents, ZERO_CENTS, type Cents } from '../domain/money/cents.js';
import { fte } from '../domain/proration/fte.js';
import { grantOfGrantedLine, noticeLineHolder } from '../grants/grants.js';
import { groupBy } from '../platform/database/recorded.js';
import {
  useOfLine,
  useOfNoticeLine,
  type BookFacts,
  type RatesOf,
} from '../positions/positions.js';
import type { PositionDefinition } from '../programmes/definitions/definition.js';
import type { FteDays, HolderState, ShortageEffect } from './effects.types.js';

const NOTHING_GRANTED: HolderState = {
  grantedCents: ZERO_CENTS,
  usedCents: ZERO_CENTS,
  freeCents: ZERO_CENTS,
  days: [],
  shortages: [],
};

/** Who draws on which notice line, found once for a state of the book. */
export interface Users {
  readonly facts: BookFacts;
  readonly linesByNoticeLine: ReadonlyMap<string, readonly string[]>;
  readonly postsByNoticeLine: ReadonlyMap<string, readonly PositionDefinition[]>;
}

export function usersOf(facts: BookFacts): Users {
  const lines = new Map<string, Set<string>>();
  for (const { direction, versions } of facts.contracts) {
    if (direction !== 'forwarding') continue;
    for (const { id, funding } of versions.flatMap((version) => version.lines)) {
      for (const each of funding) {
        if (each.source !== 'notice-line') continue;
        const known = lines.get(each.noticeLine);
        if (known) known.add(id);
        else lines.set(each.noticeLine, new Set([id]));
      }
    }
  }
  const posts = facts.positions.flatMap((position) =>
    (position.own?.funding ?? []).map(({ noticeLine }) => ({ position, noticeLine })),
  );
  const byNoticeLine = groupBy(posts, ({ noticeLine }) => noticeLine);
  return {
    facts,
    linesByNoticeLine: new Map([...lines].map(([id, users]) => [id, [...users]])),
    postsByNoticeLine: new Map(
      [...byNoticeLine].map(([id, users]) => [
        id,
        [...new Set(users.map(({ position }) => position))],
      ]),
    ),
  };
}

/** R1: what a notice line grants in its year, and what lines and own posts use of it. */
export function noticeLineState(
  { facts, linesByNoticeLine, postsByNoticeLine }: Users,
  id: string,
  ratesOf: RatesOf,
): HolderState {
  const granted = facts.noticeLines.get(id);
  if (granted === undefined) return NOTHING_GRANTED;
  const { line } = granted;
  const forwarded = (linesByNoticeLine.get(id) ?? []).flatMap((lineId) =>
    usesBy(facts, lineId, noticeLineHolder(id)),
  );
  const kept = (postsByNoticeLine.get(id) ?? []).flatMap((position) =>
    useOfNoticeLine(position, line, ratesOf),
  );
  return stateOf(grantOfGrantedLine(granted), [...forwarded, ...kept], line.year);
}

/** R1: what an allocation line grants in a year, and what its posts and sub-forwardings use. */
export function allocationLineState({ facts }: Users, id: string, year: number): HolderState {
  const agreed = facts.lines.get(id);
  if (agreed === undefined) return NOTHING_GRANTED;
  const spans = spansOfLine(agreed.contract, id);
  const posts = (facts.positionsByLine.get(id) ?? []).flatMap((post) => useOfLine(post, spans));
  const below = (facts.subLines.get(id) ?? []).flatMap((lineId) =>
    usesBy(facts, lineId, allocationLineHolder(id)),
  );
  return stateOf(grantOfLine(agreed.contract, id), [...posts, ...below], year);
}

function usesBy(facts: BookFacts, lineId: string, holder: string): readonly Slice[] {
  const agreed = facts.lines.get(lineId);
  if (agreed === undefined) return [];
  return usesOfLine(agreed.contract, lineId)
    .filter((use) => use.holder === holder)
    .flatMap(({ slices }) => slices);
}

function stateOf(grants: readonly Slice[], uses: readonly Slice[], year: number): HolderState {
  const days = daysOfFte(grants, uses, year);
  const [grantedCents, usedCents] = [centsIn(grants, year), centsIn(uses, year)];
  const short: ShortageEffect[] = days
    .filter(({ freeFte }) => freeFte < 0)
    .map(({ period, freeFte }) => ({ measure: 'fte', period, missingFte: fte(-freeFte) }));
  const missingCents = cents(usedCents - grantedCents);
  if (missingCents > 0n) {
    short.push({ measure: 'cents', period: calendarYear(year), missingCents });
  }
  return {
    grantedCents,
    usedCents,
    freeCents: cents(grantedCents - usedCents),
    days,
    shortages: short,
  };
}

function daysOfFte(
  grants: readonly Slice[],
  uses: readonly Slice[],
  year: number,
): readonly FteDays[] {
  const sided = (slices: readonly Slice[], side: SidedSlice['side']): readonly SidedSlice[] => {
    const shares = slices.flatMap(({ measure, period, amount }) => {
      const days = measure === 'fte' ? intersect(period, calendarYear(year)) : undefined;
      return days ? [{ period: days, amount }] : [];
    });
    return stretches(shares).map((slice) => ({ ...slice, measure: 'fte', side }));
  };
  const all = [...sided(grants, 'grant'), ...sided(uses, 'use')];
  return levels(all).map(({ period, granted, used }) => ({
    period,
    grantedFte: fte(Number(granted)),
    usedFte: fte(Number(used)),
    freeFte: fte(Number(granted - used)),
  }));
}

/** The euros of a year stand on each of its days. */
function centsIn(slices: readonly Slice[], year: number): Cents {
  const ofYear = slices.filter(
    ({ measure, period }) => measure === 'cents' && contains(period, firstOfYear(year)),
  );
  return cents(ofYear.reduce((sum, { amount }) => sum + amount, 0n));
}
