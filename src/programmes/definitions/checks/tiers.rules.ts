import { calendarYear, intersect } from '../../../domain/calendar/period.js';
import {
  formatGermanDay,
  type Period,
  type PlainDate,
} from '../../../domain/calendar/plain-date.js';
import { FULL_TIME, formatFte, fte } from '../../../domain/proration/fte.js';
import type { NoticeDefinition } from '../definition.js';
import { findingIn, lastToTell, placeText, type Entry } from '../entries.js';
import type { Finding, Severity } from '../finding.js';
import { groupBy } from '../group-by.js';
import type { KnownLine, KnownNoticeLine, KnownThings } from '../known-things.js';
import { firstExcess, type Peak, type Use } from './peak.js';
import { periodOf } from './position.rules.js';

type Taker = Entry<unknown>;

/** R1, VzÄ: what is funded by a notice line or by a line above never exceeds it, on any day. */
export function checkTiers(known: KnownThings): Finding[] {
  const fromNotices = groupBy(usesOfNotices(known), ({ source }) => source);
  const fromLines = groupBy(usesOfLines(known), ({ source }) => source);
  return [
    ...[...known.noticeLineTellings].flatMap(([id, tellings]) =>
      checkNoticeLine(tellings, fromNotices.get(id) ?? []),
    ),
    ...[...known.linesById].flatMap(([id, versions]) =>
      checkParent(versions, fromLines.get(id) ?? []),
    ),
  ];
}

/** A cut by the Land is always recorded, and shows the shortage until the contracts follow (R1). */
export function isCut({ notice }: KnownNoticeLine): boolean {
  return notice.amends !== undefined;
}

/** An amendment counts from its effect on; until then the notice before it does (R10). */
function checkNoticeLine(
  tellings: readonly KnownNoticeLine[],
  uses: readonly TierUse[],
): readonly Finding[] {
  const [first] = tellings;
  if (first === undefined) return [];
  const toldOn = (day: PlainDate): KnownNoticeLine =>
    tellings.findLast(({ notice }) => effectOf(notice) <= day) ?? first;
  const changes = tellings.slice(1).map(({ notice }) => effectOf(notice));
  const excess = firstExcess(uses, (day) => toldOn(day).value.fte, changes);
  if (excess === undefined) return [];
  const line = toldOn(excess.day);
  return [
    refuse(excess, line.value.fte, 'Die Bescheidzeile', line, isCut(line) ? 'warning' : 'error'),
  ];
}

function effectOf({ effectiveFrom, period }: NoticeDefinition): PlainDate {
  return effectiveFrom ?? period.from;
}

interface TierUse extends Use<Taker> {
  readonly source: string;
}

function checkParent(versions: readonly KnownLine[], uses: readonly TierUse[]): Finding[] {
  const versionOn = (day: string): KnownLine | undefined =>
    versions.find(({ inForce }) => inForce && inForce.from <= day && day <= inForce.to);
  const changes = versions.flatMap(({ inForce }) => (inForce ? [inForce.from] : []));
  const last = versions.findLast(({ inForce }) => inForce !== undefined)?.inForce?.to;
  const inTerm = uses.flatMap((use) => {
    const period = last && intersect(use.period, { from: use.period.from, to: last });
    return period ? [{ ...use, period }] : [];
  });
  const excess = firstExcess(inTerm, (day) => versionOn(day)?.value.fte ?? 0, changes);
  if (excess === undefined) return [];
  const line = versionOn(excess.day) ?? versions[0];
  return line
    ? [refuse(excess, versionOn(excess.day)?.value.fte ?? 0, 'Die Zuweisungszeile', line)]
    : [];
}

function refuse(
  excess: Peak<Taker>,
  limit: number,
  what: string,
  holder: Taker,
  severity: Severity = 'error',
): Finding {
  const takers = excess.uses
    .map(({ by, amount }) => `${by.id} ${formatFte(fte(amount))}`)
    .join(', ');
  const message =
    `${what} „${holder.id}“ (${placeText(holder)}) hat am ${formatGermanDay(excess.day)} ` +
    `${formatFte(fte(limit))} VzÄ, verteilt sind ${formatFte(fte(excess.total))}: ${takers} (R1).`;
  const told = lastToTell([holder, ...excess.uses.map(({ by }) => by)]);
  return findingIn(told, '', message, severity);
}

function usesOfNotices({ lines, positions }: KnownThings): TierUse[] {
  const forwarded = lines.flatMap((line) =>
    line.value.funding.flatMap((funding) =>
      funding.source === 'notice-line'
        ? useInYear(line.inForce, funding.year, line.value.fte, line, funding.noticeLine)
        : [],
    ),
  );
  const kept = positions.flatMap((position) =>
    (position.value.own?.funding ?? []).flatMap(({ year, noticeLine }) =>
      useInYear(periodOf(position.value), year, position.value.plannedFte, position, noticeLine),
    ),
  );
  return [...forwarded, ...kept];
}

function usesOfLines({ lines, positions }: KnownThings): TierUse[] {
  const children = lines.flatMap((line) =>
    line.value.funding.flatMap((funding) =>
      funding.source === 'allocation-line'
        ? useInYear(line.inForce, funding.year, line.value.fte, line, funding.allocationLine)
        : [],
    ),
  );
  const posts = positions.flatMap((position) => {
    const { allocationLine, plannedFte } = position.value;
    if (allocationLine === undefined) return [];
    const period = periodOf(position.value);
    return [{ period, amount: plannedFte, by: position, source: allocationLine }];
  });
  return [...children, ...posts];
}

function useInYear(
  inForce: Period | undefined,
  year: number,
  amount: number,
  by: Taker,
  source: string,
): TierUse[] {
  const period = inForce && intersect(inForce, calendarYear(year));
  return period && amount > 0 && amount <= 999 * FULL_TIME ? [{ period, amount, by, source }] : [];
}
