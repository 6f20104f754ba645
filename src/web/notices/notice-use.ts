import { cents, sumCents, ZERO_CENTS, type Cents } from '../../domain/money/cents.js';
import { fte, sumFte, type Fte } from '../../domain/proration/fte.js';
import type { LineEntitlement } from '../../positions/entitlements.queries.js';
import type { NoticeLineDefinition } from '../../programmes/definitions/definition.js';
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
  const forwarded = figures.lines.filter(({ funding }) => {
    return funding?.source === 'notice-line' && funding.noticeLine === line.id;
  });
  const ownPosts = figures.ownPosts.filter(({ noticeLine }) => noticeLine === line.id);
  const forwardedCents = sumCents(forwarded.map(({ ceilingCents }) => ceilingCents));
  const forwardedFte = sumFte(forwarded.map((entry) => entry.fte));
  const ownCents = sumCents(ownPosts.map(({ plannedCents }) => plannedCents));
  const ownFte = sumFte(ownPosts.map(({ entitlement }) => entitlement.plannedFte));
  const restCents = cents(line.amountCents - forwardedCents - ownCents);
  const restFte = fte(line.fte - forwardedFte - ownFte);
  const ownFunds = figures.lines.filter(({ component, funding }) => {
    return component === line.component && funding?.source === 'own-funds';
  });
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
    ownFunds,
    short: restCents < ZERO_CENTS || restFte < 0,
  };
}
