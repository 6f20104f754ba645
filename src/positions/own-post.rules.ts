import { calendarYear, intersect } from '../domain/calendar/period.js';
import { minDate, type Period, type PlainDate } from '../domain/calendar/plain-date.js';
import type { AnnualRate } from '../domain/proration/entitlement.js';
import type {
  Clause,
  NoticeLineDefinition,
  PositionDefinition,
  ProgrammeRate,
  RateKind,
} from '../programmes/definitions/definition.js';
import { periodOf } from './occupancy.rules.js';
import {
  filledThroughout,
  postAmount,
  type PostAmount,
  type TermsStretch,
} from './post-entitlement.rules.js';

/** The rates of a component of one kind, in order of their first day. */
export type RatesOf = (component: string, kind: RateKind) => readonly ProgrammeRate[];

/** No contract says how the Kreis's own posts are prorated: as pay is. */
const CONVENTION = 'calendar-month';
const CONVENTION_CLAUSE: Clause = '§ 24 TVöD';

/** The notice line that pays for an own post in a year. */
export function noticeLineOf(position: PositionDefinition, year: number): string | undefined {
  return position.own?.funding.find((funding) => funding.year === year)?.noticeLine;
}

/** The days of a year on which an own post exists and its notice line pays. */
export function fundedDays(
  position: PositionDefinition,
  line: NoticeLineDefinition,
  year: number,
): Period | undefined {
  const post = intersect(periodOf(position), calendarYear(year));
  return post && intersect(post, line.period);
}

/**
 * What an own post yields in a year at the rates of its programme: staff or assistant, and
 * material where the programme pays it per VzÄ. One sum, rounded once.
 */
export function ownPostAmount(
  position: PositionDefinition,
  line: NoticeLineDefinition,
  year: number,
  ratesOf: RatesOf,
  through?: PlainDate,
): PostAmount {
  const days = fundedDays(position, line, year);
  const end = days && (through === undefined ? days.to : minDate(days.to, through));
  if (days === undefined || end === undefined || end < days.from) {
    return postAmount(position, [], year);
  }
  const rates = annualRates(position, ratesOf);
  return postAmount(position, [stretch({ from: days.from, to: end }, rates, line.clause)], year);
}

/** The same for a post that is filled all the time: what it takes of its notice line (R1). */
export function ownPostCost(
  position: PositionDefinition,
  line: NoticeLineDefinition,
  year: number,
  ratesOf: RatesOf,
): PostAmount {
  return ownPostAmount(filledThroughout(position), line, year, ratesOf);
}

function stretch(period: Period, rates: readonly AnnualRate[], postClause: Clause): TermsStretch {
  return {
    period,
    convention: CONVENTION,
    conventionClause: CONVENTION_CLAUSE,
    unpaidCutsCap: false,
    postClause,
    rates,
  };
}

/** Staff rate plus material rate per VzÄ, changing on each day on which one of them changes. */
function annualRates(position: PositionDefinition, ratesOf: RatesOf): readonly AnnualRate[] {
  const { own, component } = position;
  if (own === undefined) return [];
  const known = (kind: RateKind) =>
    ratesOf(component, kind).filter(({ confidence }) => confidence !== 'unconfirmed');
  const staff = known(own.rateKind);
  const material = own.withMaterial ? known('material') : [];
  const days = [...new Set([...staff, ...material].map(({ validFrom }) => validFrom))].toSorted();
  return days.flatMap((validFrom): AnnualRate[] => {
    const pay = rateOn(staff, validFrom);
    if (pay === undefined) return [];
    const extra = rateOn(material, validFrom);
    const annualCents = (pay.amountCents + (extra?.amountCents ?? 0n)) as AnnualRate['annualCents'];
    const clause = [pay.clause, ...(extra ? [extra.clause] : [])].join('; ');
    return [{ validFrom, annualCents, clause }];
  });
}

function rateOn(rates: readonly ProgrammeRate[], on: PlainDate): ProgrammeRate | undefined {
  return rates.findLast(({ validFrom }) => validFrom <= on);
}
