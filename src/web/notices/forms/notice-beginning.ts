import { calendarYear } from '../../../domain/calendar/period.js';
import { addMonths, type Period } from '../../../domain/calendar/plain-date.js';
import { UnknownNotice } from '../../../grants/grants.errors.js';
import type { GrantedLine } from '../../../positions/book.queries.js';
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
    title: amendedTitle(amended.title),
    amends: amended.id,
    openItems: [],
    sources: [],
  });
}

/**
 * A notice as its amendments have made it: the last one in their chain, which the next one amends or
 * follows, with every line of the chain as it counts now.
 * @param granted the lines of the book, each as the last notice tells it
 */
export function asAmended(
  id: string,
  notices: readonly NoticeDefinition[],
  granted: ReadonlyMap<string, GrantedLine>,
): NoticeDefinition {
  const chain: NoticeDefinition[] = [];
  let next = notices.find((notice) => notice.id === id);
  while (next !== undefined && !chain.includes(next)) {
    const known = next.id;
    chain.push(next);
    next = notices.find(({ amends }) => amends === known);
  }
  const last = chain.at(-1);
  if (last === undefined) throw new UnknownNotice({ notice: id });
  const ids = new Set(chain.flatMap(({ lines }) => lines.map((line) => line.id)));
  return { ...last, lines: [...ids].flatMap((line) => granted.get(line)?.line ?? []) };
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
    title: former.title
      .replace(/, (?:\d+\. )?Änderung$/, '')
      .replaceAll(last.toString(), (last + 1).toString()),
    period: { from, to },
    follows: former.id,
    openItems: [],
    sources: [],
  });
}

/** "KIM II 2025" -> "KIM II 2025, Änderung" -> "KIM II 2025, 2. Änderung". */
function amendedTitle(title: string): string {
  const [, root = title, number] = /^(.*), (?:(\d+)\. )?Änderung$/.exec(title) ?? [];
  if (root === title) return `${title}, Änderung`;
  return `${root}, ${(Number(number ?? '1') + 1).toString()}. Änderung`;
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
