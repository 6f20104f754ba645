import type { Shortage } from '../capacity/capacity.queries.js';
import { calendarYear, daysOf, intersect, overlap } from '../domain/calendar/period.js';
import { lastOfYear, type PlainDate } from '../domain/calendar/plain-date.js';
import { isBelowUsualShare } from '../domain/proration/fte.js';
import type { PositionDefinition } from '../programmes/definitions/definition.js';
import type { BookFacts } from './book-facts.js';
import type { Flag, FlagSubject } from './flag.js';
import { periodOf, vacanciesOf } from './occupancy.rules.js';

/** R5 and R9: small posts and vacancies of a year, the latter up to the day that is asked about. */
export function positionFlags(
  facts: BookFacts,
  year: number,
  through: PlainDate = lastOfYear(year),
): readonly Flag[] {
  return facts.positions.flatMap((position) => {
    const days = intersect(periodOf(position), { from: calendarYear(year).from, to: through });
    if (days === undefined) return [];
    return [...smallShare(position), ...vacant(position, days)];
  });
}

function subjectOf({ id, label }: PositionDefinition): FlagSubject {
  return { kind: 'position', id, label };
}

function smallShare(position: PositionDefinition): readonly Flag[] {
  if (!isBelowUsualShare(position.plannedFte)) return [];
  return [
    {
      code: 'positions.small-share',
      rule: 'R5',
      severity: 'yellow',
      subject: subjectOf(position),
      facts: { fte: position.plannedFte },
    },
  ];
}

function vacant(
  position: PositionDefinition,
  days: Parameters<typeof vacanciesOf>[1],
): readonly Flag[] {
  const gaps = vacanciesOf(position, days);
  const [first] = gaps;
  if (first === undefined) return [];
  return [
    {
      code: 'positions.vacant',
      rule: 'R9',
      severity: 'yellow',
      subject: subjectOf(position),
      facts: {
        from: first.period.from,
        to: gaps.at(-1)?.period.to ?? first.period.to,
        days: gaps.reduce((sum, { period }) => sum + daysOf(period), 0),
        missing: first.missing,
      },
    },
  ];
}

/** What cannot be used twice, by the word before the colon of its holder. */
const HOLDERS = {
  'notice-line': { kind: 'notice-line', rule: 'R1', code: 'grants.shortage' },
  'allocation-line': { kind: 'line', rule: 'R1', code: 'grants.shortage' },
  position: { kind: 'position', rule: 'R9', code: 'grants.shortage' },
  person: { kind: 'person', rule: 'R11', code: 'positions.person-overcharged' },
} as const;

/** R1, R11: where more is used than granted, after a cut. One flag for holder and measure. */
export function shortageFlags(
  facts: BookFacts,
  shortages: readonly Shortage[],
  year: number,
): readonly Flag[] {
  const seen = new Set<string>();
  return shortages.flatMap((shortage): readonly Flag[] => {
    const [kind = '', ...rest] = shortage.holder.split(':');
    const key = `${shortage.holder} ${shortage.measure}`;
    if (!isHolder(kind) || seen.has(key) || !overlap(shortage.period, calendarYear(year)))
      return [];
    seen.add(key);
    const { code, rule, kind: subjectKind } = HOLDERS[kind];
    const id = rest.join(':');
    return [
      {
        code,
        rule,
        severity: 'red',
        subject: { kind: subjectKind, id, ...labelOf(facts, subjectKind, id) },
        facts: {
          measure: shortage.measure,
          from: shortage.period.from,
          granted: shortage.granted,
          used: shortage.used,
          missing: shortage.missing,
        },
      },
    ];
  });
}

function isHolder(kind: string): kind is keyof typeof HOLDERS {
  return kind in HOLDERS;
}

function labelOf(
  facts: BookFacts,
  kind: FlagSubject['kind'],
  id: string,
): { readonly label: string; readonly parent?: string } {
  const granted = kind === 'notice-line' ? facts.noticeLines.get(id) : undefined;
  if (granted) return { label: granted.notice.title, parent: granted.notice.id };
  const agreed = kind === 'line' ? facts.lines.get(id) : undefined;
  if (agreed) return { label: agreed.line.title, parent: agreed.contract.id };
  const position = kind === 'position' && facts.positions.find((post) => post.id === id);
  return { label: position ? position.label : id };
}

/** A notice whose date or file reference the sources leave open. */
export function noticeFlags(facts: BookFacts, year: number): readonly Flag[] {
  return facts.notices
    .filter(({ lines }) => lines.some((line) => line.year === year))
    .filter(({ reference, issuedOn }) => reference === undefined || issuedOn === undefined)
    .map((notice) => ({
      code: 'grants.reference-open',
      rule: 'R4',
      severity: 'yellow',
      subject: { kind: 'notice', id: notice.id, label: notice.title },
      facts: {
        reference: notice.reference ?? '',
        issuedOn: notice.issuedOn ?? '',
      },
    }));
}
