import { Injectable } from '@nestjs/common';
import { CapacityQueries, type Shortage } from '../capacity/capacity.queries.js';
import { CommitmentExcessQueries } from '../contracts/commitment-excess.queries.js';
import type { Instant } from '../domain/calendar/instant.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { sumCents } from '../domain/money/cents.js';
import { acting } from '../identity/identity.js';
import { BookVersion } from '../platform/database/book-version.js';
import { Programmes } from '../programmes/programmes.js';
import { BookFactsReader, type BookFacts } from './book-facts.js';
import { componentFigures, type YearFigures } from './component-figures.rules.js';
import {
  entitlementOfLine,
  entitlementsOfOwnPosts,
  throughDay,
  type EntitlementScope,
} from './entitlement-book.rules.js';
import { flagsOf } from './flags.rules.js';
import { flowOf } from './flow.rules.js';
import { flagsSeen } from './own-facts.rules.js';
import {
  dayWithin,
  forwardedLines,
  grantsOf,
  keptPosts,
  refundsExpected,
  sumFigures,
} from './overview.rules.js';
import type { Overview } from './overview.types.js';
import {
  componentNames,
  permissionOf as permissionsOf,
  programmeFigures,
} from './programme-figures.js';
import { ReadCache } from '../platform/database/read-cache.js';

export type * from './overview.types.js';

/** Which year is asked for, on which day, with which knowledge. */
export interface OverviewScope {
  readonly year: number;
  readonly on: PlainDate;
  readonly knownAt?: Instant | undefined;
}

const OVERVIEWS_KEPT = 32;
const SHORTAGES_KEPT = 3;

/** "Übersicht": all figures of a year; computed once, until the book changes. */
@Injectable()
export class OverviewQueries {
  private readonly cache: ReadCache<Overview>;
  private readonly shortages: ReadCache<readonly Shortage[]>;

  /** The years of a state of the book: each page asks for them. */
  private readonly years = new WeakMap<BookFacts, readonly number[]>();

  constructor(
    version: BookVersion,
    private readonly facts: BookFactsReader,
    private readonly programmes: Programmes,
    private readonly capacities: CapacityQueries,
    private readonly excesses: CommitmentExcessQueries,
  ) {
    this.cache = new ReadCache(version, OVERVIEWS_KEPT);
    this.shortages = new ReadCache(version, SHORTAGES_KEPT);
  }

  /** @throws UnknownComponent if the book names a component that no programme has */
  overview(scope: OverviewScope): Promise<Overview> {
    const { year, on, knownAt } = scope;
    const question = [year, on, knownAt ?? '', acting().partner ?? ''].join('|');
    return this.cache.get(question, () => this.compute(scope));
  }

  /** Years for which somebody granted something, newest first; the same for all who ask. */
  async grantedYears(knownAt?: Instant): Promise<readonly number[]> {
    const facts = await this.facts.whole(knownAt);
    const known = this.years.get(facts);
    if (known !== undefined) return known;
    const granted = [...facts.noticeLines.values()].map(({ line }) => line.year);
    const years = [...new Set(granted)].toSorted((a, b) => b - a);
    this.years.set(facts, years);
    return years;
  }

  private async compute({ year, on, knownAt }: OverviewScope): Promise<Overview> {
    const facts = await this.facts.read(knownAt);
    const shortages = await this.shortages.get(knownAt ?? '', () =>
      this.capacities.shortages({ knownAt }),
    );
    const excesses = await this.excesses.excesses({ year, knownAt }, facts.contracts);
    const figures = this.yearFigures(facts, { year, on });
    const names = componentNames(this.programmes);
    const components = componentFigures(figures, names);
    const through = throughDay({ year, on });
    const permissionOf = permissionsOf(this.programmes);
    return {
      year,
      on,
      ...(knownAt !== undefined && { knownAt }),
      granted: sumFigures(components.map((component) => component.granted)),
      forwarded: sumFigures(components.map((component) => component.forwarded)),
      kept: sumFigures(components.map((component) => component.kept)),
      remainder: sumFigures(components.map((component) => component.remainder)),
      ownFundsCents: sumCents(components.map((component) => component.ownFundsCents)),
      entitledCents: sumCents(components.map((component) => component.entitledCents)),
      refundsExpectedCents: refundsExpected(facts, year),
      components,
      flags: flagsSeen(facts, flagsOf(facts, { year, through, shortages, excesses, permissionOf })),
      flow: flowOf(facts, year, figures, names),
    };
  }

  private yearFigures(facts: BookFacts, scope: EntitlementScope & { on: PlainDate }): YearFigures {
    const { year } = scope;
    const day = dayWithin(year, scope.on);
    const figures = programmeFigures(this.programmes, year);
    const forwarded = forwardedLines(facts, year, day);
    const entitlements = forwarded.flatMap(({ lineId }) => {
      const entitlement = entitlementOfLine(facts, lineId, scope, figures);
      return entitlement ? [[lineId, entitlement] as const] : [];
    });
    return {
      grants: grantsOf(facts, year, day),
      forwarded,
      kept: keptPosts(facts, year, day, figures.ratesOf),
      entitlements: new Map(entitlements),
      ownEntitlements: entitlementsOfOwnPosts(facts, scope, figures),
    };
  }
}
