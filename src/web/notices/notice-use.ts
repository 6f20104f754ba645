import { cents, sumCents, ZERO_CENTS, type Cents } from '../../domain/money/cents.js';
import { fte, sumFte, type Fte } from '../../domain/proration/fte.js';
import type { LineEntitlement } from '../../positions/entitlements.queries.js';
import { groupBy } from '../../platform/database/recorded.js';
import type { LineFunding, NoticeLineDefinition } from '../../programmes/definitions/definition.js';
import type { OwnPostFigures } from '../../positions/book.queries.js';
import type { YearFigures } from '../book/book-facts.js';

/** Who uses a "Bescheidzeile", and what is left of it (R1). */
export interface NoticeLineUse {
  readonly line: NoticeLineDefinition;
  readonly forwarded: readonly LineEntitlement[];
  readonly forwardedCents: Cents;
  readonly forwardedFte: Fte;
  readonly ownPosts: readonly OwnPostFigures[];
  readonly ownCents: Cents;
  readonly ownFte: Fte;
  /** Negative where the Land has cut the line below what is promised. */
  readonly restCents: Cents;
  readonly restFte: Fte;
  /** Lines of the same component that the Kreis pays itself: beside the notice, not from it. */
  readonly ownFunds: readonly LineEntitlement[];
  readonly short: boolean;
}

/** @param figures of the line's year */
export function useOfNoticeLine(line: NoticeLineDefinition, figures: YearFigures): NoticeLineUse {
  const users = usersOf(figures);
  const forwarded = users.forwarded.get(line.id) ?? [];
  const ownPosts = users.ownPosts.get(line.id) ?? [];
  const forwardedCents = sumCents(forwarded.map(({ ceilingCents }) => ceilingCents));
  const forwardedFte = sumFte(forwarded.map((entry) => entry.fte));
  const ownCents = sumCents(ownPosts.map(({ plannedCents }) => plannedCents));
  const ownFte = sumFte(ownPosts.map(({ entitlement }) => entitlement.plannedFte));
  const restCents = cents(line.amountCents - forwardedCents - ownCents);
  const restFte = fte(line.fte - forwardedFte - ownFte);
  return {
    line,
    forwarded,
    forwardedCents,
    forwardedFte,
    ownPosts,
    ownCents,
    ownFte,
    restCents,
    restFte,
    ownFunds: users.ownFunds.get(line.component) ?? [],
    short: restCents < ZERO_CENTS || restFte < 0,
  };
}

/** Lines and own posts of a year by the notice line that pays them. */
interface Users {
  readonly forwarded: ReadonlyMap<string, readonly LineEntitlement[]>;
  readonly ownPosts: ReadonlyMap<string, readonly OwnPostFigures[]>;
  /** By component. */
  readonly ownFunds: ReadonlyMap<string, readonly LineEntitlement[]>;
}

const kept = new WeakMap<YearFigures['lines'], Users>();

/** Put in order once for all notice lines of the year: a large book has thousands of either. */
function usersOf({ lines, ownPosts }: YearFigures): Users {
  const known = kept.get(lines);
  if (known !== undefined) return known;
  const paidBy = (source: LineFunding['source']) =>
    lines.filter(({ funding }) => funding?.source === source);
  const users: Users = {
    forwarded: groupBy(paidBy('notice-line'), ({ funding }) =>
      funding?.source === 'notice-line' ? funding.noticeLine : '',
    ),
    ownPosts: groupBy(ownPosts, ({ noticeLine }) => noticeLine),
    ownFunds: groupBy(paidBy('own-funds'), ({ component }) => component),
  };
  kept.set(lines, users);
  return users;
}
