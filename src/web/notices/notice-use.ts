import { maxDate, minDate, type PlainDate } from '../../domain/calendar/plain-date.js';
import { cents, sumCents, ZERO_CENTS, type Cents } from '../../domain/money/cents.js';
import { fte, sumFte, type Fte } from '../../domain/proration/fte.js';
import type { LineEntitlement } from '../../positions/entitlements.queries.js';
import { groupBy } from '../../platform/database/recorded.js';
import type {
  LineFunding,
  NoticeDefinition,
  NoticeLineDefinition,
} from '../../programmes/definitions/definition.js';
import type { GrantedLine, OwnPostFigures } from '../../positions/book.queries.js';
import { grantedLineOn } from '../../grants/grants.js';
import type { YearFigures } from '../book/book-facts.js';

/** Who uses a "Bescheidzeile", and what is left of it (R1). */
export interface NoticeLineUse {
  readonly line: NoticeLineDefinition;
  /** The amending notice that tells the line as it counts; absent: the line counts as it stands here. */
  readonly toldBy?: NoticeDefinition;
  /** VzÄ that are granted on the day: an amendment in mid-year counts from its effect on (R10). */
  readonly grantedFte: Fte;
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

/** How a line stands in the book. */
export interface NoticeLineStanding {
  /** The notice whose line it is. */
  readonly notice: string;
  /** The line over all notices that tell it. */
  readonly granted: GrantedLine | undefined;
  /** The day that is looked at; beyond the line's period: its nearest day. */
  readonly on: PlainDate;
}

/** @param figures of the line's year */
export function useOfNoticeLine(
  line: NoticeLineDefinition,
  figures: YearFigures,
  { notice, granted, on }: NoticeLineStanding,
): NoticeLineUse {
  const { from, to } = line.period;
  const day = maxDate(from, minDate(on, to));
  const isTold = granted !== undefined && granted.notice.id !== notice;
  const grantedFte = granted === undefined ? line.fte : grantedLineOn(granted, day).fte;
  const grantedCents = granted?.line.amountCents ?? line.amountCents;
  const users = usersOf(figures);
  const forwarded = users.forwarded.get(line.id) ?? [];
  const ownPosts = users.ownPosts.get(line.id) ?? [];
  const forwardedCents = sumCents(forwarded.map(({ ceilingCents }) => ceilingCents));
  const forwardedFte = sumFte(forwarded.map((entry) => entry.fte));
  const ownCents = sumCents(ownPosts.map(({ plannedCents }) => plannedCents));
  const ownFte = sumFte(ownPosts.map(({ entitlement }) => entitlement.plannedFte));
  const restCents = cents(grantedCents - forwardedCents - ownCents);
  const restFte = fte(grantedFte - forwardedFte - ownFte);
  return {
    line,
    ...(isTold && { toldBy: granted.notice }),
    grantedFte,
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
