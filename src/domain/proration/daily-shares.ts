import { fromDayNumber, toDayNumber, type Period } from '../calendar/plain-date.js';
import type { PlainDate } from '../calendar/plain-date.js';
import type { DailyShare } from '../derivation/derivation.js';
import { fte, type Fte } from './fte.js';

/** "Stellenbesetzung" as far as it counts for the daily shares of a post. */
export interface Spell {
  readonly from: PlainDate;
  /** Absent: still running. */
  readonly to?: PlainDate;
  readonly share: Fte;
  /** "Vertretung": may stand beside another spell above the planned share; never counts above it. */
  readonly cover?: boolean;
  /** Days without pay (Elternzeit). */
  readonly unpaid?: readonly Period[];
}

/** A post over a stretch of days, with who filled it. */
export interface Post {
  readonly period: Period;
  readonly plannedFte: Fte;
  readonly spells: readonly Spell[];
  /** Whether an unpaid spell cuts the cap (R9): a term of the contract. */
  readonly unpaidCutsCap: boolean;
}

/** Days in whole numbers, both ends included, with the post's share on each of them. */
export interface ShareSegment {
  readonly first: number;
  readonly last: number;
  readonly share: number;
}

/**
 * The post's total share on each day: all spells together, never above the planned share (R9).
 * In order, without overlap, equal neighbours joined; days without share are left out.
 */
export function dailyShares(post: Post): readonly ShareSegment[] {
  const first = toDayNumber(post.period.from);
  const last = toDayNumber(post.period.to);
  const { spells, plannedFte } = post;
  const only = spells.length === 1 ? spells[0] : undefined;
  if (only && (!post.unpaidCutsCap || only.unpaid === undefined || only.unpaid.length === 0)) {
    const segment = clipped(only.from, only.to, only.share, first, last);
    if (segment === undefined || segment.share === 0) return [];
    return segment.share > plannedFte ? [{ ...segment, share: plannedFte }] : [segment];
  }
  const counted = spells.flatMap((spell) =>
    countedSegments(spell, post.unpaidCutsCap, first, last),
  );
  const capped = sweep(counted).map(({ share, ...days }) => ({
    ...days,
    share: Math.min(share, plannedFte),
  }));
  return joined(capped);
}

/** "Vakanzen": the days on which less than the planned share is filled, and how much is missing. */
export function vacancies(post: Post): readonly DailyShare[] {
  const missing: DailyShare[] = [];
  let next = toDayNumber(post.period.from);
  const end = toDayNumber(post.period.to);
  const note = (first: number, last: number, share: number): void => {
    if (first > last || share <= 0) return;
    missing.push({ from: fromDayNumber(first), to: fromDayNumber(last), share: fte(share) });
  };
  for (const { first, last, share } of dailyShares(post)) {
    note(next, first - 1, post.plannedFte);
    note(first, last, post.plannedFte - share);
    next = last + 1;
  }
  note(next, end, post.plannedFte);
  return missing;
}

/**
 * Where the spells that are no cover stand above the planned share: a refusal for whoever
 * records them, with the first days and the share that they would reach.
 */
export function firstExcess(post: Pick<Post, 'plannedFte' | 'spells'>): DailyShare | undefined {
  const own = post.spells.filter(({ cover }) => cover !== true);
  const always = own.map((spell) => ({
    first: toDayNumber(spell.from),
    last: spell.to === undefined ? Number.MAX_SAFE_INTEGER : toDayNumber(spell.to),
    share: spell.share,
  }));
  const excess = sweep(always).find(({ share }) => share > post.plannedFte);
  return excess && toDailyShare(excess);
}

const OPEN_END = '9999-12-31' as PlainDate;
const OPEN_END_NUMBER = toDayNumber(OPEN_END);

export function toDailyShare({ first, last, share }: ShareSegment): DailyShare {
  const to = last > OPEN_END_NUMBER ? OPEN_END : fromDayNumber(last);
  return { from: fromDayNumber(first), to, share: fte(share) };
}

function clipped(
  from: PlainDate,
  to: PlainDate | undefined,
  share: number,
  first: number,
  last: number,
): ShareSegment | undefined {
  const start = Math.max(toDayNumber(from), first);
  const end = to === undefined ? last : Math.min(toDayNumber(to), last);
  return start > end ? undefined : { first: start, last: end, share };
}

/** One spell within the post's days, as +share, and its unpaid days as -share where they cut. */
function countedSegments(
  spell: Spell,
  unpaidCutsCap: boolean,
  first: number,
  last: number,
): readonly ShareSegment[] {
  const whole = clipped(spell.from, spell.to, spell.share, first, last);
  if (whole === undefined) return [];
  if (!unpaidCutsCap) return [whole];
  const unpaid = (spell.unpaid ?? []).flatMap(({ from, to }) => {
    const days = clipped(from, to, spell.share, whole.first, whole.last);
    return days === undefined ? [] : [days];
  });
  const cut = sweep(unpaid).map((days) => ({ ...days, share: -spell.share }));
  return [whole, ...cut];
}

/** Adds overlapping segments up, between one boundary and the next. */
function sweep(segments: readonly ShareSegment[]): readonly ShareSegment[] {
  const changes = new Map<number, number>();
  const change = (day: number, by: number): void => {
    changes.set(day, (changes.get(day) ?? 0) + by);
  };
  for (const { first, last, share } of segments) {
    change(first, share);
    change(last + 1, -share);
  }
  const days = [...changes.keys()].toSorted((a, b) => a - b);
  let share = 0;
  const swept = days.slice(0, -1).flatMap((day, index) => {
    share += changes.get(day) ?? 0;
    return share === 0 ? [] : [{ first: day, last: (days[index + 1] ?? 0) - 1, share }];
  });
  return joined(swept);
}

/** Neighbours with the same share become one: a change of person leaves no trace. */
function joined(segments: readonly ShareSegment[]): readonly ShareSegment[] {
  const result: ShareSegment[] = [];
  for (const segment of segments) {
    const previous = result.at(-1);
    if (previous?.last === segment.first - 1 && previous.share === segment.share) {
      result[result.length - 1] = { ...previous, last: segment.last };
    } else {
      result.push(segment);
    }
  }
  return result;
}
