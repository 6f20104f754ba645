import type { Derivation } from '../domain/derivation/derivation.js';
import { cents, ZERO_CENTS, type Cents } from '../domain/money/cents.js';
import type { PositionDefinition } from '../programmes/definitions/definition.js';
import type { BookFacts } from './book-facts.js';
import { lineWithThoseAbove, withPositions } from './changed-facts.rules.js';
import {
  entitlementOfLine,
  ownEntitlement,
  type ProgrammeFigures,
} from './entitlement-book.rules.js';

/** "Anspruch" of a line, or of a post of the Kreis, in one year: as it is and as it would be. */
export interface EntitlementEffect {
  readonly year: number;
  /** A line's id; for a post of the Kreis its own. */
  readonly subject: string;
  readonly kind: 'line' | 'own-post';
  /** Tracked, not booked: part of the line above. */
  readonly subForwarding: boolean;
  readonly beforeCents: Cents;
  readonly afterCents: Cents;
  readonly differenceCents: Cents;
  /** Undefined: there was nothing to compute. */
  derivationBefore(): Derivation | undefined;
  derivationAfter(): Derivation | undefined;
}

/** What the entitlements of a book become with other posts in it: the lines concerned, no others. */
export function entitlementEffects(
  facts: BookFacts,
  changed: readonly PositionDefinition[],
  years: readonly number[],
  figuresOf: (year: number) => ProgrammeFigures,
): readonly EntitlementEffect[] {
  const after = withPositions(facts, changed);
  const ids = new Set(changed.map(({ id }) => id));
  const before = facts.positions.filter(({ id }) => ids.has(id));
  const named = [...before, ...changed].flatMap(({ allocationLine }) => allocationLine ?? []);
  const lines = [...new Set(named.flatMap((line) => lineWithThoseAbove(facts, line)))];
  const own = [...ids].filter((id) =>
    [...before, ...changed].some((position) => position.id === id && position.own !== undefined),
  );
  return years.flatMap((year) => {
    const figures = figuresOf(year);
    return [
      ...lines.flatMap((line) => ofLine({ before: facts, after }, line, year, figures)),
      ...own.map((id) => ofOwnPost({ before: facts, after }, id, year, figures)),
    ];
  });
}

interface Books {
  readonly before: BookFacts;
  readonly after: BookFacts;
}

function ofLine(
  books: Books,
  line: string,
  year: number,
  figures: ProgrammeFigures,
): readonly EntitlementEffect[] {
  const before = entitlementOfLine(books.before, line, { year }, figures);
  const after = entitlementOfLine(books.after, line, { year }, figures);
  if (before === undefined || after === undefined) return [];
  const { subForwarding } = after;
  return [effect({ year, subject: line, kind: 'line', subForwarding }, before, after)];
}

function ofOwnPost(
  books: Books,
  id: string,
  year: number,
  figures: ProgrammeFigures,
): EntitlementEffect {
  const [before, after] = [books.before, books.after].map((facts) => {
    const position = facts.positions.find((known) => known.id === id);
    if (position?.own === undefined) return undefined;
    return ownEntitlement(facts, position, { year }, figures);
  });
  return effect({ year, subject: id, kind: 'own-post', subForwarding: false }, before, after);
}

interface Computed {
  readonly amountCents: Cents;
  derivation(): Derivation;
}

function effect(
  head: Pick<EntitlementEffect, 'year' | 'subject' | 'kind' | 'subForwarding'>,
  before: Computed | undefined,
  after: Computed | undefined,
): EntitlementEffect {
  const beforeCents = before?.amountCents ?? ZERO_CENTS;
  const afterCents = after?.amountCents ?? ZERO_CENTS;
  return {
    ...head,
    ...{ beforeCents, afterCents },
    differenceCents: cents(afterCents - beforeCents),
    derivationBefore: () => before?.derivation(),
    derivationAfter: () => after?.derivation(),
  };
}
