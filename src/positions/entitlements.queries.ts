import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { sumCents, type Cents } from '../domain/money/cents.js';
import { KREIS } from '../programmes/definitions/definition.js';
import { Programmes } from '../programmes/programmes.js';
import { BookFactsReader, type BookFacts } from './book-facts.js';
import {
  entitlementOfLine,
  entitlementsOfOwnPosts,
  forwardingLines,
  ownEntitlement,
  type ProgrammeFigures,
} from './entitlement-book.rules.js';
import type { LineEntitlement, PostEntitlement } from './entitlement.types.js';
import { NothingToCompute, UnknownPosition } from './positions.errors.js';
import { programmeFigures } from './programme-figures.js';

export type * from './entitlement.types.js';

/** Which entitlements are asked for; all that are given must fit. */
export interface EntitlementFilter {
  readonly year: number;
  /** Only time up to this day counts; absent: the whole year as it is known. */
  readonly on?: PlainDate | undefined;
  readonly knownAt?: Instant | undefined;
  /** A partner's id, or `kreis` for the Kreis's own posts. */
  readonly partner?: string;
  readonly contract?: string;
  readonly component?: string;
  readonly line?: string;
  readonly position?: string;
}

export interface Entitlements {
  readonly year: number;
  /** With sub-forwardings, which are part of the line above and not added. */
  readonly lines: readonly LineEntitlement[];
  /** The Kreis's own posts. */
  readonly ownPosts: readonly PostEntitlement[];
  /** Of the lines by which the Kreis forwards money. */
  readonly forwardedCents: Cents;
  readonly ownCents: Cents;
}

/** "Ansprüche": what contracts and notices yield for the occupied time, each with its derivation. */
@Injectable()
export class EntitlementsQueries {
  private readonly kept = new WeakMap<
    BookFacts,
    { readonly question: string; readonly lines: readonly LineEntitlement[] }
  >();

  constructor(
    private readonly facts: BookFactsReader,
    private readonly programmes: Programmes,
  ) {}

  /** @throws NothingToCompute if the book knows no such partner, contract, line or post */
  async entitlements(filter: EntitlementFilter): Promise<Entitlements> {
    const facts = await this.facts.read(filter.knownAt);
    ensureKnown(facts, filter);
    const figures = programmeFigures(this.programmes, filter.year);
    const lines = asksForAll(filter)
      ? this.allLines(facts, filter, figures)
      : linesOf(facts, filter).flatMap(
          (lineId) => entitlementOfLine(facts, lineId, filter, figures) ?? [],
        );
    const ownPosts = asksForOwnPosts(filter)
      ? entitlementsOfOwnPosts(facts, filter, figures).filter(
          ({ position, component }) =>
            (filter.position === undefined || position === filter.position) &&
            (filter.component === undefined || component === filter.component),
        )
      : [];
    const booked = lines.filter(({ subForwarding }) => !subForwarding);
    return {
      year: filter.year,
      lines,
      ownPosts,
      forwardedCents: sumCents(booked.map(({ amountCents }) => amountCents)),
      ownCents: sumCents(ownPosts.map(({ amountCents }) => amountCents)),
    };
  }

  /** All lines of a year, kept until the book changes or another year or day is asked for. */
  private allLines(
    facts: BookFacts,
    { component, ...filter }: EntitlementFilter,
    figures: ProgrammeFigures,
  ): readonly LineEntitlement[] {
    const question = `${filter.year.toString()} ${filter.on ?? ''}`;
    const known = this.kept.get(facts);
    const lines =
      known?.question === question
        ? known.lines
        : linesOf(facts, filter).flatMap(
            (lineId) => entitlementOfLine(facts, lineId, filter, figures) ?? [],
          );
    this.kept.set(facts, { question, lines });
    return lines.filter((line) => component === undefined || line.component === component);
  }

  /** One post under its own line, or under the notice line that pays it. @throws UnknownPosition */
  async ofPosition(
    id: string,
    scope: Pick<EntitlementFilter, 'year' | 'on' | 'knownAt'>,
  ): Promise<PostEntitlement> {
    const facts = await this.facts.read(scope.knownAt);
    const position = facts.positions.find((known) => known.id === id);
    if (position === undefined) throw new UnknownPosition({ position: id });
    const figures = programmeFigures(this.programmes, scope.year);
    if (position.own !== undefined) return ownEntitlement(facts, position, scope, figures);
    const line = entitlementOfLine(facts, position.allocationLine ?? '', scope, figures);
    const post = line?.posts.find((known) => known.position === id);
    if (post === undefined) throw new NothingToCompute({ kind: 'position', id });
    return post;
  }
}

function asksForAll({ partner, contract, line, position }: EntitlementFilter): boolean {
  return [partner, contract, line, position].every((wanted) => wanted === undefined);
}

function ensureKnown(facts: BookFacts, filter: EntitlementFilter): void {
  const { partner, contract, line, position } = filter;
  const missing = [
    { kind: 'partner', id: partner, known: partner === KREIS || facts.partners.has(partner ?? '') },
    { kind: 'contract', id: contract, known: facts.contracts.some(({ id }) => id === contract) },
    { kind: 'line', id: line, known: facts.lines.has(line ?? '') },
    { kind: 'position', id: position, known: facts.positions.some(({ id }) => id === position) },
  ].find(({ id, known }) => id !== undefined && !known);
  if (missing) throw new NothingToCompute({ kind: missing.kind, id: missing.id ?? '' });
}

/** The lines that fit; for a post the line that it belongs to. */
function linesOf(facts: BookFacts, filter: EntitlementFilter): readonly string[] {
  const { partner, contract, component, line, position } = filter;
  const ofPosition =
    position === undefined
      ? undefined
      : facts.positions.find(({ id }) => id === position)?.allocationLine;
  return forwardingLines(facts)
    .filter((lineId) => line === undefined || lineId === line)
    .filter((lineId) => position === undefined || lineId === ofPosition)
    .filter((lineId) => {
      const agreed = facts.lines.get(lineId);
      return (
        (partner === undefined || agreed?.line.partner === partner) &&
        (contract === undefined || agreed?.contract.id === contract) &&
        (component === undefined || agreed?.line.component === component)
      );
    });
}

function asksForOwnPosts({ partner, contract, line }: EntitlementFilter): boolean {
  return (
    (partner === undefined || partner === KREIS) && contract === undefined && line === undefined
  );
}
