import { calendarYear } from '../../../domain/calendar/period.js';
import { addMonths, type Period } from '../../../domain/calendar/plain-date.js';
import type {
  NoticeDefinition,
  NoticeLineDefinition,
} from '../../../programmes/definitions/definition.js';
import { writeFact } from '../../../programmes/definitions/fact-reading.js';
import { amendingKey, keyOfYear } from './notice-ids.js';
import type { WrittenNotice } from './written-notice.js';

/** What the form of a new notice begins with: one line of the year, with one term. */
export function newNotice(year: number): WrittenNotice {
  const { from, to } = calendarYear(year);
  const line = { year: year.toString(), period: { from, to }, terms: [{ costKind: 'staff' }] };
  return { kind: 'notice', period: { from, to }, lines: [line] };
}

/**
 * What an amending notice begins with (R10): the lines as they stand, for somebody to change.
 * The day from which it counts is left open: the paper says it.
 */
export function amendingNotice(
  amended: NoticeDefinition,
  taken: ReadonlySet<string>,
): WrittenNotice {
  const { reference, period, programme, grantor, firstRecipient, lines } = amended;
  return writeFact({
    ...{ kind: 'notice', programme, grantor, firstRecipient, period, lines },
    ...(reference !== undefined && { reference }),
    id: amendingKey(amended.id, taken),
    title: `${amended.title}, Änderung`,
    amends: amended.id,
    openItems: [],
    sources: [],
  });
}

/** What a follow-on notice begins with: the lines of the last year, a year later. */
export function followingNotice(former: NoticeDefinition): WrittenNotice {
  const last = Math.max(...former.lines.map(({ year }) => year));
  const lines = former.lines.filter(({ year }) => year === last).map(yearLater);
  const { programme, grantor, firstRecipient } = former;
  const [from, to] = [
    lines.map(({ period }) => period.from).toSorted()[0] ?? former.period.from,
    lines
      .map(({ period }) => period.to)
      .toSorted()
      .at(-1) ?? former.period.to,
  ];
  return writeFact({
    ...{ kind: 'notice', programme, grantor, firstRecipient, lines },
    id: keyOfYear(former.id, last, last + 1),
    title: former.title.replaceAll(last.toString(), (last + 1).toString()),
    period: { from, to },
    follows: former.id,
    openItems: [],
    sources: [],
  });
}

function yearLater(line: NoticeLineDefinition): NoticeLineDefinition {
  const { component, fte, amountCents, terms, clause } = line;
  return {
    ...{ component, fte, amountCents, terms, clause },
    id: keyOfYear(line.id, line.year, line.year + 1),
    year: line.year + 1,
    period: periodLater(line.period),
  };
}

function periodLater({ from, to }: Period): Period {
  return { from: addMonths(from, 12), to: addMonths(to, 12) };
}
