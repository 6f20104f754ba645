import type { Cents } from '../domain/money/cents.js';
import {
  PRORATION_CONVENTIONS,
  type ContractDefinition,
  type ProrationConvention,
} from '../programmes/definitions/definition.js';
import type { BookFacts } from './book-facts.js';
import {
  entitlementOfLine,
  entitlementsOfOwnPosts,
  forwardingLines,
  type EntitlementScope,
  type ProgrammeFigures,
} from './entitlement-book.rules.js';
import type { LineEntitlement, PostEntitlement } from './entitlement.types.js';
import { noticeLineOf, ownPostCost } from './own-post.rules.js';

/** A post of the Kreis itself in a year: what it yields, and what it takes of its notice line. */
export interface OwnPostFigures {
  readonly entitlement: PostEntitlement;
  readonly noticeLine: string;
  /** If it is filled all the time. */
  readonly plannedCents: Cents;
}

/** What the book yields in one year, up to the day that is asked about. */
export interface BookYear {
  readonly year: number;
  /** Of all forwarding contracts, the third tier included. */
  readonly lines: readonly LineEntitlement[];
  readonly ownPosts: readonly OwnPostFigures[];
}

/** A line's entitlement if another "Anteilsrechnung" were agreed. */
export interface ConventionCase {
  readonly convention: ProrationConvention;
  readonly entitlement: LineEntitlement;
}

export function bookYear(
  facts: BookFacts,
  scope: EntitlementScope,
  figures: ProgrammeFigures,
): BookYear {
  return {
    year: scope.year,
    lines: forwardingLines(facts).flatMap(
      (lineId) => entitlementOfLine(facts, lineId, scope, figures) ?? [],
    ),
    ownPosts: ownPosts(facts, scope, figures),
  };
}

function ownPosts(
  facts: BookFacts,
  scope: EntitlementScope,
  figures: ProgrammeFigures,
): readonly OwnPostFigures[] {
  const positions = new Map(facts.positions.map((position) => [position.id, position]));
  return entitlementsOfOwnPosts(facts, scope, figures).flatMap((entitlement) => {
    const position = positions.get(entitlement.position);
    const granted = position && facts.noticeLines.get(noticeLineOf(position, scope.year) ?? '');
    if (position === undefined || granted === undefined) return [];
    const cost = ownPostCost(position, granted.line, scope.year, figures.ratesOf);
    return [{ entitlement, noticeLine: granted.line.id, plannedCents: cost.amountCents }];
  });
}

/** The same line under each of the five conventions (R7), the agreed one among them. */
export function underEachConvention(
  facts: BookFacts,
  lineId: string,
  scope: EntitlementScope,
  figures: ProgrammeFigures,
): readonly ConventionCase[] {
  const agreed = facts.lines.get(lineId);
  if (agreed === undefined) return [];
  return PRORATION_CONVENTIONS.flatMap((convention) => {
    const contract = withConvention(agreed.contract, convention);
    const lines = new Map(facts.lines).set(lineId, { ...agreed, contract });
    const entitlement = entitlementOfLine({ ...facts, lines }, lineId, scope, figures);
    return entitlement ? [{ convention, entitlement }] : [];
  });
}

function withConvention(
  contract: ContractDefinition,
  convention: ProrationConvention,
): ContractDefinition {
  return {
    ...contract,
    versions: contract.versions.map((version) => ({
      ...version,
      terms: { ...version.terms, proration: { ...version.terms.proration, convention } },
    })),
  };
}
