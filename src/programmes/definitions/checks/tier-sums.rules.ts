import { calendarYear } from '../../../domain/calendar/period.js';
import { formatEuro } from '../../../domain/money/amount-text.js';
import type { Cents } from '../../../domain/money/cents.js';
import {
  add,
  fraction,
  multiply,
  sumFractions,
  ZERO,
  type Fraction,
} from '../../../domain/money/fraction.js';
import { fteFraction } from '../../../domain/proration/fte.js';
import type { PositionDefinition } from '../definition.js';
import { findingIn, lastToTell, placeText, type Entry } from '../entries.js';
import type { Finding, Severity } from '../finding.js';
import { groupBy } from '../group-by.js';
import type { KnownLine, KnownThings } from '../known-things.js';
import { annualRateOf } from '../rates.rules.js';
import { ceilingIn, rounded, shareOfYear, yearlyCeiling } from './line-year.rules.js';
import { periodOf } from './position.rules.js';
import { isCut } from './tiers.rules.js';

/** R1, euros: what is funded by a notice line or a line above never exceeds it in a year. */
export function checkTierSums(known: KnownThings): Finding[] {
  const takes = [...takesOfLines(known), ...takesOfPosts(known)];
  const taken = groupBy(takes, ({ source, year }) => `${source}|${year}`);
  const parents = [...known.linesById].flatMap(([id, versions]) => yearlyCeilings(id, versions));
  const holders: Holder[] = [
    ...[...known.noticeLineById.values()].map((line) => ({
      source: `notice:${line.id}`,
      severity: isCut(line) ? ('warning' as const) : ('error' as const),
      what: 'Die Bescheidzeile',
      year: line.value.year,
      limit: line.value.amountCents,
      entry: line,
    })),
    ...parents,
  ];
  return holders.flatMap((holder) =>
    refuse(holder, taken.get(`${holder.source}|${holder.year}`) ?? []),
  );
}

interface Take {
  readonly source: string;
  readonly year: number;
  readonly amount: Fraction;
  readonly by: Entry<unknown>;
}

interface Holder {
  readonly source: string;
  readonly what: string;
  readonly year: number;
  readonly limit: Cents;
  readonly severity: Severity;
  readonly entry: Entry<unknown>;
}

function refuse({ limit, what, entry, year, severity }: Holder, takes: readonly Take[]): Finding[] {
  const total = rounded(sumFractions(takes.map(({ amount }) => amount)));
  if (total <= limit) return [];
  const parts = takes.map(({ by, amount }) => `${by.id} ${formatEuro(rounded(amount))}`).join(', ');
  const message =
    `${what} „${entry.id}“ (${placeText(entry)}) hat für ${year} ${formatEuro(limit)}, ` +
    `verteilt sind ${formatEuro(total)}: ${parts} (R1).`;
  const told = lastToTell([entry, ...takes.map(({ by }) => by)]);
  return [findingIn(told, '', message, severity)];
}

function takesOfLines({ lines }: KnownThings): Take[] {
  return lines.flatMap((line) =>
    line.value.funding.flatMap((funding) => {
      if (funding.source === 'own-funds') return [];
      const source =
        funding.source === 'notice-line'
          ? `notice:${funding.noticeLine}`
          : `line:${funding.allocationLine}`;
      const amount = ceilingIn(line, funding.year);
      return [{ source, year: funding.year, amount, by: line }];
    }),
  );
}

function takesOfPosts(known: KnownThings): Take[] {
  return known.positions.flatMap((position) =>
    (position.value.own?.funding ?? []).map(({ year, noticeLine }) => ({
      source: `notice:${noticeLine}`,
      year,
      amount: costIn(known, position.value, year),
      by: position,
    })),
  );
}

function yearlyCeilings(id: string, versions: readonly KnownLine[]): Holder[] {
  const years = new Set(versions.flatMap(({ value }) => value.funding.map(({ year }) => year)));
  return [...years].flatMap((year) => {
    const limit = yearlyCeiling(versions, year);
    const entry = versions.find(({ value }) => value.funding.some((each) => each.year === year));
    return entry
      ? [
          {
            source: `line:${id}`,
            what: 'Die Zuweisungszeile',
            year,
            limit,
            severity: 'error' as const,
            entry,
          },
        ]
      : [];
  });
}

/** What an own post may cost in a year: its rate, and material where it has some. */
function costIn(known: KnownThings, position: PositionDefinition, year: number): Fraction {
  const component = known.components.get(position.component)?.value;
  const { own, plannedFte } = position;
  if (component === undefined || own === undefined) return ZERO;
  const { from } = calendarYear(year);
  const staff = annualRateOf(component, own.rateKind, from)?.amountCents ?? 0n;
  const material = own.withMaterial
    ? (annualRateOf(component, 'material', from)?.amountCents ?? 0n)
    : 0n;
  const share = shareOfYear('calendar-month', periodOf(position), year);
  return multiply(
    multiply(add(fraction(staff), fraction(material)), fteFraction(plannedFte)),
    share,
  );
}
