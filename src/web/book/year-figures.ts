import {
  entitlementOfLine,
  entitlementsOfOwnPosts,
  forwardingLines,
  type ProgrammeFigures,
} from '../../positions/entitlement-book.rules.js';
import type { LineEntitlement } from '../../positions/entitlement.types.js';
import { noticeLineOf, ownPostCost } from '../../positions/own-post.rules.js';
import type { BookFacts } from '../../positions/book-facts.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import {
  PRORATION_CONVENTIONS,
  type ContractDefinition,
  type ProrationConvention,
} from '../../programmes/definitions/definition.js';
import type { OwnPostFigures, YearFigures } from './book-facts.js';

/** The year that figures are asked for, and the last day that counts. */
export interface FiguresScope {
  readonly year: number;
  readonly on: PlainDate;
}

/** All that the pages say about a year in euros and VzÄ. */
export function yearFigures(
  facts: BookFacts,
  scope: FiguresScope,
  figures: ProgrammeFigures,
): Omit<YearFigures, 'flags'> {
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
  scope: FiguresScope,
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

/** A line's entitlement if another "Anteilsrechnung" were agreed. */
export interface ConventionCase {
  readonly convention: ProrationConvention;
  readonly entitlement: LineEntitlement;
}

/** The same line under each of the five conventions (R7). */
export function underEachConvention(
  facts: BookFacts,
  lineId: string,
  scope: FiguresScope,
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
