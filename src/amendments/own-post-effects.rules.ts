import { firstOfYear, lastOfYear } from '../domain/calendar/plain-date.js';
import { ZERO_CENTS } from '../domain/money/cents.js';
import {
  noticeLineOf,
  ownEntitlement,
  ownPostCost,
  type BookFacts,
} from '../positions/positions.js';
import type { PositionDefinition } from '../programmes/definitions/definition.js';
import type { OwnPostEffect } from './effects.types.js';
import { NO_POST, postEffect, postSide, type YearScope } from './line-effects.rules.js';

/** Both states of each post that differs. */
export function changedPositions(
  before: BookFacts,
  after: BookFacts,
): readonly PositionDefinition[] {
  const known = new Map(before.positions.map((position) => [position.id, position]));
  return after.positions
    .filter((position) => known.get(position.id) !== position)
    .flatMap((position) => [known.get(position.id) ?? [], position].flat());
}

/** Own posts that differ, or whose notice line does. */
export function touchedOwnPosts(before: BookFacts, after: BookFacts): readonly string[] {
  const changed = new Set(changedPositions(before, after).map(({ id }) => id));
  const lines = new Set(changedNoticeLines(before, after));
  return after.positions
    .filter(({ own }) => own !== undefined)
    .filter(
      ({ id, own }) =>
        changed.has(id) || own?.funding.some(({ noticeLine }) => lines.has(noticeLine)) === true,
    )
    .map(({ id }) => id);
}

/** Notice lines that another notice tells now, or that are new. */
export function changedNoticeLines(before: BookFacts, after: BookFacts): readonly string[] {
  const ids = new Set([...before.noticeLines.keys(), ...after.noticeLines.keys()]);
  return [...ids].filter(
    (id) => before.noticeLines.get(id)?.line !== after.noticeLines.get(id)?.line,
  );
}

/** What a change does to an own post in a year; undefined if it does nothing. */
export function ownPostEffect(
  before: BookFacts,
  after: BookFacts,
  id: string,
  scope: YearScope,
  next: YearScope,
): OwnPostEffect | undefined {
  const old = ownSide(before, id, scope);
  const now = ownSide(after, id, next);
  const noticeLine = now.noticeLine ?? old.noticeLine;
  if (now.position === undefined || noticeLine === undefined) return undefined;
  const { label, component } = now.position;
  const changed = postEffect(id, label, old.side, now.side);
  if (changed === undefined && old.plannedCents === now.plannedCents) return undefined;
  const effect = changed ?? {
    ...{ position: id, label, before: old.side, after: now.side },
    ...{ differenceCents: ZERO_CENTS, differenceToDateCents: ZERO_CENTS },
  };
  return {
    ...effect,
    component,
    noticeLine,
    plannedBeforeCents: old.plannedCents,
    plannedAfterCents: now.plannedCents,
  };
}

function ownSide(facts: BookFacts, id: string, { year, on, figures }: YearScope) {
  const position = facts.positions.find((post) => post.id === id);
  const granted = position && facts.noticeLines.get(noticeLineOf(position, year) ?? '');
  if (position === undefined || granted === undefined) {
    return { position, noticeLine: undefined, side: NO_POST, plannedCents: ZERO_CENTS };
  }
  const whole = ownEntitlement(facts, position, { year }, figures);
  const toDate =
    on < firstOfYear(year)
      ? ZERO_CENTS
      : on >= lastOfYear(year)
        ? whole.amountCents
        : ownEntitlement(facts, position, { year, on }, figures).amountCents;
  const planned = ownPostCost(position, granted.line, year, figures.ratesOf).amountCents;
  const noticeLine = granted.line.id;
  return { position, noticeLine, side: postSide(whole, toDate), plannedCents: planned };
}
