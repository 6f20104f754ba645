import { covers } from '../../../domain/calendar/period.js';
import {
  formatGermanDay,
  type Period,
  type PlainDate,
} from '../../../domain/calendar/plain-date.js';
import { formatFte, isBelowUsualShare } from '../../../domain/proration/fte.js';
import { KREIS, type OccupancyDefinition, type PositionDefinition } from '../definition.js';
import { findingIn, type Entry } from '../entries.js';
import type { Finding } from '../finding.js';
import { unknownReference, type KnownThings } from '../known-things.js';
import { checkPeriod } from './period.rules.js';

type Position = Entry<PositionDefinition>;

/** The day that stands for "still running". */
export const OPEN_END = '9999-12-31' as PlainDate;

/** Posts and occupancies, each by itself; sums over several stand in `overlap.rules.ts`. */
export function checkPositions(known: KnownThings): Finding[] {
  return known.positions.flatMap((position) => [
    ...checkPost(known, position),
    ...position.value.occupancies.flatMap((occupancy, index) =>
      checkOccupancy(position, occupancy, `occupancies[${index}]`),
    ),
  ]);
}

/** First to last day; a post or spell without an end runs on. */
export function periodOf({
  from,
  to,
}: {
  readonly from: PlainDate;
  readonly to?: PlainDate;
}): Period {
  return { from, to: to ?? OPEN_END };
}

function checkPost(known: KnownThings, position: Position): Finding[] {
  const { value } = position;
  const findings = [
    ...checkPeriod(position, 'to', periodOf(value)),
    ...checkPayer(known, position),
  ];
  if (value.employer !== KREIS && !known.partnerIds.has(value.employer)) {
    const names = [KREIS, ...known.partnerIds];
    findings.push(unknownReference(position, 'employer', 'Der Arbeitgeber', value.employer, names));
  }
  if (!known.components.has(value.component)) {
    findings.push(
      unknownReference(
        position,
        'component',
        'Der Baustein',
        value.component,
        known.components.keys(),
      ),
    );
  }
  if (isBelowUsualShare(value.plannedFte)) {
    const message = `${formatFte(value.plannedFte)} VzÄ: Eine Stelle soll mindestens 0,5 VzÄ haben (R5).`;
    findings.push(findingIn(position, 'plannedFte', message, 'warning'));
  }
  return findings;
}

/** A post is paid by an allocation line, or it is one of the Kreis's own; never both. */
function checkPayer(known: KnownThings, position: Position): Finding[] {
  const { allocationLine, own, component } = position.value;
  if ((allocationLine === undefined) === (own === undefined)) {
    const message =
      'Eine Stelle hat entweder eine Zuweisungszeile (allocationLine) oder ist eine eigene des Kreises (own).';
    return [findingIn(position, '', message)];
  }
  if (own !== undefined) return checkOwn(known, position);
  const lines = known.linesById.get(allocationLine ?? '');
  if (lines === undefined) {
    return [
      unknownReference(
        position,
        'allocationLine',
        'Die Zuweisungszeile',
        allocationLine ?? '',
        known.linesById.keys(),
      ),
    ];
  }
  if (lines.some(({ value }) => value.component === component)) return [];
  const message = `Die Zuweisungszeile gehört nicht zum Baustein „${component}“.`;
  return [findingIn(position, 'component', message)];
}

function checkOwn(known: KnownThings, position: Position): Finding[] {
  const { own, component, employer } = position.value;
  const findings = (own?.funding ?? []).flatMap(({ noticeLine, year }, index) => {
    const path = `own.funding[${index}]`;
    const line = known.noticeLineById.get(noticeLine);
    if (line?.value.component !== component) {
      const names = known.noticeLines.filter(({ value }) => value.component === component);
      return [
        unknownReference(
          position,
          `${path}.noticeLine`,
          'Die Bescheidzeile',
          noticeLine,
          names.map(({ id }) => id),
        ),
      ];
    }
    if (line.value.year === year) return [];
    const message = `Die Bescheidzeile gilt für ${line.value.year}, nicht für ${year}.`;
    return [findingIn(position, `${path}.year`, message)];
  });
  if (employer === KREIS) return findings;
  return [
    ...findings,
    findingIn(position, 'employer', `Eine eigene Stelle (own) hat den Arbeitgeber „${KREIS}“.`),
  ];
}

function checkOccupancy(
  position: Position,
  occupancy: OccupancyDefinition,
  path: string,
): Finding[] {
  const post = periodOf(position.value);
  const spell = periodOf(occupancy);
  const findings = checkPeriod(position, joined(path, 'to'), spell);
  if (findings.length === 0 && !covers(post, spell)) {
    const message = `Die Besetzung (${spellText(occupancy)}) liegt nicht in der Laufzeit der Stelle (${spellText(position.value)}).`;
    findings.push(findingIn(position, path, message));
  }
  for (const [index, { period }] of occupancy.unpaid.entries()) {
    const inner = joined(path, `unpaid[${index}].period`);
    findings.push(...checkPeriod(position, inner, period));
    if (!covers(spell, period)) {
      const message = `Die unbezahlte Zeit liegt nicht in der Besetzung (${spellText(occupancy)}).`;
      findings.push(findingIn(position, inner, message));
    }
  }
  return findings;
}

/** "ab 15.03.2023" or "15.03.2023 bis 31.12.2023". */
export function spellText({
  from,
  to,
}: {
  readonly from: PlainDate;
  readonly to?: PlainDate;
}): string {
  return to === undefined
    ? `ab ${formatGermanDay(from)}`
    : `${formatGermanDay(from)} bis ${formatGermanDay(to)}`;
}

function joined(outer: string, inner: string): string {
  return `${outer}.${inner}`;
}
