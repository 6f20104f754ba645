import type { Calculations } from '../../calculations/calculations.js';
import { DEADLINE_KINDS, type Deadline } from '../../domain/calendar/deadlines.js';
import { formatGermanDay, type PlainDate, weekday } from '../../domain/calendar/plain-date.js';
import type { PageQuery } from '../as-of/as-of.js';
import { calculationSheet } from '../components/calculation-sheet.js';
import { computeForm, readForm } from '../forms/form.js';
import { readChoice, readDay } from '../forms/read.js';
import { deadlineKindHints, deadlineKindNames } from '../messages/terms.js';
import { paths } from '../paths.js';
import type { Pages } from '../shell/pages.js';
import { renderCalculator, type ResultView } from './calculator.view.js';

const FIELDS = {
  date: {
    kind: 'day',
    name: 'datum',
    label: 'Ausgezählter Tag',
    hint: 'Der Tag, auf den die Frist nach dem Kalender fällt, zum Beispiel 15.01.2023',
    read: readDay,
    pointer: '/date',
  },
  kind: {
    kind: 'select',
    name: 'art',
    label: 'Art',
    choices: DEADLINE_KINDS.map((value) => ({ value, label: deadlineKindNames[value] })),
    read: (text: string) => readChoice(text, DEADLINE_KINDS),
    pointer: '/kind',
  },
} as const;

const WEEKDAYS = [
  'Montag',
  'Dienstag',
  'Mittwoch',
  'Donnerstag',
  'Freitag',
  'Samstag',
  'Sonntag',
] as const;

/** "Frist": when a day falls due, with weekends and the holidays of NRW. */
export function renderDeadlineCalculator(
  pages: Pages,
  calculations: Calculations,
  query: PageQuery,
): string {
  const form = readForm(FIELDS, query);
  const { fields, result } = computeForm(FIELDS, form, ({ date, kind }) =>
    resultOf(date, calculations.deadline(date, kind)),
  );
  return renderCalculator(pages, {
    title: 'Frist berechnen',
    subline: 'Wann ein Tag wirklich fällig ist',
    path: paths.deadlineCalculator,
    fresh: !form.sent,
    fields,
    result,
    example: 'datum=15.01.2023&art=frist',
    rule: [
      ...DEADLINE_KINDS.map((kind) => `${deadlineKindNames[kind]}: ${deadlineKindHints[kind]}`),
      'Es gelten die Feiertage in Nordrhein-Westfalen (§ 31 Abs. 3 VwVfG NRW, § 193 BGB).',
    ],
    api: 'POST /api/v1/calculations/deadline',
  });
}

function resultOf(date: PlainDate, answer: Deadline): ResultView {
  return {
    label: answer.kind === 'notice-period' ? 'Letzter Tag der Kündigung' : 'Fällig am',
    figure: dayText(answer.dueOn),
    lines: [...linesOf(date, answer)],
    tables: [
      {
        title: 'Wie kommt der Tag zustande?',
        table: calculationSheet('rechenblatt', answer.derivation()),
      },
    ],
  };
}

function linesOf(date: PlainDate, { moved, reasons, safeOn, kind }: Deadline): readonly string[] {
  const names = [...new Set(reasons.map(({ name, on }) => `${name} ${formatGermanDay(on)}`))];
  if (moved) return [`Verschoben vom ${formatGermanDay(date)}: ${names.join(', ')}.`];
  if (safeOn !== undefined && safeOn !== date) {
    return [
      `Der Tag bleibt, auch wenn an ihm nicht gearbeitet wird.`,
      `Sicher ist die Kündigung, wenn sie spätestens am ${dayText(safeOn)} zugeht.`,
    ];
  }
  if (kind === 'termin') return ['Ein Termin bleibt, wie die Behörde ihn gesetzt hat.'];
  return ['Der Tag ist ein Werktag; nichts verschiebt sich.'];
}

function dayText(day: PlainDate): string {
  return `${WEEKDAYS[weekday(day) - 1] ?? ''}, ${formatGermanDay(day)}`;
}
