import { Injectable } from '@nestjs/common';
import { CapacityQueries, type Use } from '../capacity/capacity.queries.js';
import type { Instant } from '../domain/calendar/instant.js';
import { contains } from '../domain/calendar/period.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { cents, sumCents, type Cents } from '../domain/money/cents.js';
import { fte, type Fte } from '../domain/proration/fte.js';
import { Reader } from '../platform/database/reader.js';
import type { Recorded, RecordMark } from '../platform/database/recorded.js';
import { revisionsOf, revisionsWhere } from '../platform/database/revision-queries.js';
import type {
  NoticeDefinition,
  NoticeLineDefinition,
} from '../programmes/definitions/definition.js';
import { historyOf, type HistoryEntry } from '../programmes/fact-history.js';
import { UnknownNotice } from './grants.errors.js';
import type { NoticeChange } from './notice-change.rules.js';
import { Notice, NoticeLine } from './notice.entity.js';
import { toNotice } from './notice.mapping.js';
import { readNoticeChange, readNotices } from './notice.reading.js';
import { noticeLineHolder } from './notice.rules.js';

export type { HistoryEntry } from '../programmes/fact-history.js';
export type { NoticeChange, NoticeLineChange } from './notice-change.rules.js';

/** On which day things count, and what was known when. */
export interface AsOf {
  /** Absent: the last day of each line. */
  readonly on?: PlainDate | undefined;
  /** Absent: as it is known now. */
  readonly knownAt?: Instant | undefined;
}

/** A notice in a list. */
export interface NoticeSummary {
  readonly id: string;
  readonly programme: string;
  readonly title: string;
  readonly grantor: string;
  readonly reference?: string;
  readonly issuedOn?: PlainDate;
  readonly period: NoticeDefinition['period'];
  readonly years: readonly number[];
  readonly components: readonly string[];
  readonly amountCents: Cents;
  readonly openItems: number;
  readonly example?: string;
  readonly revision: number;
  readonly recordedAt: Instant;
}

/** Who uses a notice line: a forwarding line or a post of the Kreis. */
export interface LineUser {
  readonly kind: 'allocation-line' | 'position';
  readonly id: string;
  readonly cents: Cents;
  /** On the day that is asked about. */
  readonly fte: Fte;
}

/** A line with what is used and what remains; below zero after a cut: a shortage (R1). */
export interface NoticeLineView extends NoticeLineDefinition {
  readonly on: PlainDate;
  readonly users: readonly LineUser[];
  readonly usedCents: Cents;
  readonly usedFte: Fte;
  readonly remainingCents: Cents;
  readonly remainingFte: Fte;
}

export interface NoticeDetail extends RecordMark {
  readonly notice: NoticeDefinition;
  readonly lines: readonly NoticeLineView[];
}

/** "Bescheide": what was granted, who uses it, what remains. */
@Injectable()
export class GrantsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly capacities: CapacityQueries,
  ) {}

  /** @param year only notices with a line of this year */
  async notices(
    { knownAt }: AsOf = {},
    { year, programme }: { readonly year?: number; readonly programme?: string } = {},
  ): Promise<readonly NoticeSummary[]> {
    const notices = await readNotices(this.reader, { knownAt });
    return notices
      .map(summaryOf)
      .filter((notice) => year === undefined || notice.years.includes(year))
      .filter((notice) => programme === undefined || notice.programme === programme);
  }

  /** @throws UnknownNotice */
  async notice(id: string, asOf: AsOf = {}): Promise<NoticeDetail> {
    const [found] = await readNotices(this.reader, { knownAt: asOf.knownAt, ids: [id] });
    if (found === undefined) throw new UnknownNotice({ notice: id });
    const { fact, ...mark } = found;
    const lines = await Promise.all(fact.lines.map((line) => this.lineView(line, asOf)));
    return { notice: fact, lines, ...mark };
  }

  /** Each change of a notice and its lines, newest first, also of one taken back. @throws UnknownNotice */
  async history(id: string): Promise<readonly HistoryEntry[]> {
    const heads = await revisionsOf(this.reader, Notice, id);
    if (heads.length === 0) throw new UnknownNotice({ notice: id });
    const lines = await revisionsWhere(this.reader, NoticeLine, { noticeId: id });
    return historyOf(heads, [lines], toNotice);
  }

  /**
   * What an amending notice changes, line by line (R10); undefined if it amends none.
   * @throws UnknownNotice
   */
  noticeChange(
    id: string,
    { knownAt }: Pick<AsOf, 'knownAt'> = {},
  ): Promise<NoticeChange | undefined> {
    return readNoticeChange(this.reader, id, knownAt);
  }

  private async lineView(
    line: NoticeLineDefinition,
    { on = line.period.to, knownAt }: AsOf,
  ): Promise<NoticeLineView> {
    const uses = await this.capacities.uses(noticeLineHolder(line.id), { knownAt });
    const users = usersOf(uses, line.year, on);
    const usedCents = sumCents(users.map((user) => user.cents));
    const usedFte = fte(users.reduce((sum, user) => sum + user.fte, 0));
    const granted = contains(line.period, on) ? line.fte : 0;
    return {
      ...line,
      on,
      users,
      usedCents,
      usedFte,
      remainingCents: cents(line.amountCents - usedCents),
      remainingFte: fte(granted - usedFte),
    };
  }
}

function summaryOf({ fact, revision, recordedAt }: Recorded<NoticeDefinition>): NoticeSummary {
  const { id, programme, title, grantor, period, reference, issuedOn, example, lines } = fact;
  return {
    ...{ id, programme, title, grantor, period, revision, recordedAt },
    ...(reference !== undefined && { reference }),
    ...(issuedOn !== undefined && { issuedOn }),
    ...(example !== undefined && { example }),
    years: [...new Set(lines.map(({ year }) => year))].toSorted(),
    components: [...new Set(lines.map(({ component }) => component))],
    amountCents: sumCents(lines.map(({ amountCents }) => amountCents)),
    openItems: fact.openItems.length,
  };
}

function usersOf(uses: readonly Use[], year: number, on: PlainDate): readonly LineUser[] {
  const subjects = [...new Set(uses.map(({ subject }) => subject))];
  return subjects.map((subject) => {
    const own = uses.filter((use) => use.subject === subject);
    const [kind = '', ...rest] = subject.split(':');
    const inYear = own.find(
      ({ measure, period }) => measure === 'cents' && period.from.startsWith(year.toString()),
    );
    const onDay = own.find(({ measure, period }) => measure === 'fte' && contains(period, on));
    return {
      kind: kind === 'position' ? 'position' : 'allocation-line',
      id: rest.join(':'),
      cents: cents(inYear?.amount ?? 0n),
      fte: fte(Number(onDay?.amount ?? 0n)),
    };
  });
}
