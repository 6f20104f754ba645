import { ceilingOfYear, fundingOfYear, spansOfLineInYear } from '../contracts/contracts.js';
import { contains } from '../domain/calendar/period.js';
import {
  firstOfYear,
  lastOfYear,
  maxDate,
  minDate,
  type PlainDate,
} from '../domain/calendar/plain-date.js';
import { cents, sumCents, type Cents } from '../domain/money/cents.js';
import { fte, sumFte, ZERO_FTE, type Fte } from '../domain/proration/fte.js';
import type {
  LineFunding,
  PartnerDefinition,
  PositionDefinition,
} from '../programmes/definitions/definition.js';
import type { GrantedLine } from '../grants/grants.js';
import type { AgreedLine, BookFacts } from './book-facts.js';
import type { Figure } from './overview.types.js';
import { fundedDays, noticeLineOf, ownPostCost, type RatesOf } from './own-post.rules.js';

/** A line of the Kreis to a partner, as it stands in a year. */
export interface ForwardedLine {
  readonly lineId: string;
  readonly agreed: AgreedLine;
  readonly partner: PartnerDefinition;
  readonly funding: LineFunding;
  readonly component: string;
  readonly figure: Figure;
}

/** A post of the Kreis itself, as its notice line pays it in a year. */
export interface KeptPost {
  readonly position: PositionDefinition;
  readonly granted: GrantedLine;
  readonly figure: Figure;
}

/** A notice line of the year. */
export interface YearGrant {
  readonly granted: GrantedLine;
  readonly figure: Figure;
}

/** The day of the year on which VzÄ are counted: the day asked about, or the nearest within. */
export function dayWithin(year: number, on: PlainDate): PlainDate {
  return maxDate(firstOfYear(year), minDate(on, lastOfYear(year)));
}

export function grantsOf(facts: BookFacts, year: number, day: PlainDate): readonly YearGrant[] {
  return [...facts.noticeLines.values()]
    .filter(({ line }) => line.year === year)
    .map((granted) => {
      const { line } = granted;
      const share = contains(line.period, day) ? line.fte : ZERO_FTE;
      return { granted, figure: { cents: line.amountCents, fte: share } };
    });
}

/** The lines by which the Kreis passes money on in a year; the third tier is part of them. */
export function forwardedLines(
  facts: BookFacts,
  year: number,
  day: PlainDate,
): readonly ForwardedLine[] {
  return [...facts.lines].flatMap(([lineId, agreed]): readonly ForwardedLine[] => {
    const { contract } = agreed;
    if (contract.direction !== 'forwarding') return [];
    const funding = fundingOfYear(contract, lineId, year);
    if (funding === undefined || funding.source === 'allocation-line') return [];
    const spans = spansOfLineInYear(contract, lineId, year);
    const partner = facts.partners.get(agreed.line.partner);
    if (partner === undefined || spans.length === 0) return [];
    const current = spans.find(({ period }) => contains(period, day))?.line;
    const figure = {
      cents: ceilingOfYear(spans, year).cents,
      fte: current?.fte ?? ZERO_FTE,
    };
    return [{ lineId, agreed, partner, funding, component: agreed.line.component, figure }];
  });
}

export function keptPosts(
  facts: BookFacts,
  year: number,
  day: PlainDate,
  ratesOf: RatesOf,
): readonly KeptPost[] {
  return facts.positions.flatMap((position) => {
    const granted = facts.noticeLines.get(noticeLineOf(position, year) ?? '');
    if (granted === undefined) return [];
    const days = fundedDays(position, granted.line, year);
    const share = days && contains(days, day) ? position.plannedFte : ZERO_FTE;
    const cost = ownPostCost(position, granted.line, year, ratesOf).amountCents;
    return [{ position, granted, figure: { cents: cost, fte: share } }];
  });
}

/** What towns are to refund to the Kreis in a year (R44). */
export function refundsExpected(facts: BookFacts, year: number): Cents {
  return sumCents(
    [...facts.lines].flatMap(([lineId, { contract }]) =>
      contract.direction === 'refund'
        ? [ceilingOfYear(spansOfLineInYear(contract, lineId, year), year).cents]
        : [],
    ),
  );
}

export function sumFigures(figures: readonly Figure[]): Figure {
  return {
    cents: sumCents(figures.map((figure) => figure.cents)),
    fte: sumFte(figures.map((figure) => figure.fte)),
  };
}

export function lessFigure(from: Figure, ...taken: readonly Figure[]): Figure {
  const sum = sumFigures(taken);
  return { cents: cents(from.cents - sum.cents), fte: fte(from.fte - sum.fte) };
}

export const NOTHING: Figure = { cents: cents(0n), fte: 0 as Fte };
