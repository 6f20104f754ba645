import { Injectable } from '@nestjs/common';
import { Contracts } from '../contracts/contracts.js';
import type { Instant } from '../domain/calendar/instant.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { sumCents, type Cents } from '../domain/money/cents.js';
import { Grants } from '../grants/grants.js';
import { Reader } from '../platform/database/reader.js';
import type { RecordMark } from '../platform/database/recorded.js';
import {
  latestRevisions,
  revisionsOf,
  revisionsWhere,
} from '../platform/database/revision-queries.js';
import type {
  TakenLine,
  TakenNoticeLine,
  TakeOverDefinition,
} from '../programmes/definitions/definition.js';
import { historyOf, type HistoryEntry } from '../programmes/fact-history.js';
import { lineAccount } from './take-over-accounts.rules.js';
import { takenGroups, type TakenGroup } from './take-over-groups.rules.js';
import { TakenLineRow, TakenNoticeLineRow, TakeOver } from './take-over.entity.js';
import { UnknownTakeOver } from './take-over.errors.js';
import { toTakeOver } from './take-over.mapping.js';
import { readTakeOvers, type RecordedTakeOver } from './take-over.reading.js';

export type { HistoryEntry } from '../programmes/fact-history.js';
export type { Reconciliation, TakenGroup, TakenLineView } from './take-over-groups.rules.js';

/** A take-over in a list. */
export interface TakeOverSummary extends RecordMark {
  readonly id: string;
  readonly programme: string;
  readonly title: string;
  readonly keyDate: PlainDate;
  readonly cases: number;
  /** The notice lines that it takes over. */
  readonly noticeLines: readonly string[];
  /** What the Land had paid. */
  readonly receivedCents: Cents;
  /** Ordered over all its lines. */
  readonly orderedCents: Cents;
  /** The treasury's balances, own funds included. */
  readonly treasuryCents: Cents;
  readonly example?: string;
}

export interface TakeOverDetail extends RecordMark {
  readonly takeOver: TakeOverDefinition;
  readonly groups: readonly TakenGroup[];
  /** The entry of each case, by `<line>/<year>` or by notice line. */
  readonly entries: ReadonlyMap<string, string>;
  /** The entries by which the rest of a case lapsed, as `entries`. */
  readonly lapses: ReadonlyMap<string, string>;
}

/** Cases of all take-overs: lines by `<line>/<year>`, notice lines by their id. */
export interface TakenCases {
  readonly lines: ReadonlyMap<string, TakenLine>;
  readonly noticeLines: ReadonlyMap<string, TakenNoticeLine>;
}

/** What a take-over is called, for pages that only name it. */
export interface TakeOverTitle {
  readonly title: string;
  readonly isWithdrawn: boolean;
}

interface Known {
  readonly knownAt?: Instant | undefined;
}

/** "Übernahmen": what had happened before the book began, and how it was posted. */
@Injectable()
export class TakeOverQueries {
  constructor(
    private readonly reader: Reader,
    private readonly contracts: Contracts,
    private readonly grants: Grants,
  ) {}

  async takeOvers({ knownAt }: Known = {}): Promise<readonly TakeOverSummary[]> {
    return (await readTakeOvers(this.reader, { knownAt })).map(summaryOf);
  }

  /** By id, with those that were taken back: their entries stay in the journal. */
  async titles(): Promise<ReadonlyMap<string, TakeOverTitle>> {
    const heads = await latestRevisions(this.reader, TakeOver, { withWithdrawn: true });
    return new Map(
      heads.map(({ id, title, withdrawn }) => [id, { title, isWithdrawn: withdrawn }]),
    );
  }

  /** @throws UnknownTakeOver */
  async takeOver(id: string, { knownAt }: Known = {}): Promise<TakeOverDetail> {
    const [found] = await readTakeOvers(this.reader, { knownAt, ids: [id] });
    if (found === undefined) throw new UnknownTakeOver({ takeOver: id });
    const { fact, entries, lapses, ...mark } = found;
    return {
      takeOver: fact,
      entries,
      lapses,
      groups: await this.groups(found, { knownAt }),
      ...mark,
    };
  }

  /**
   * What each case had come to. Its entry posts what is still open: what was ordered, proven or
   * received in all stands here only.
   */
  async cases({ knownAt }: Known = {}): Promise<TakenCases> {
    const facts = (await readTakeOvers(this.reader, { knownAt })).map(({ fact }) => fact);
    return {
      lines: new Map(
        facts.flatMap(({ lines }) =>
          lines.map((taken) => [`${taken.line}/${taken.year}`, taken] as const),
        ),
      ),
      noticeLines: new Map(
        facts.flatMap(({ noticeLines }) =>
          noticeLines.map((taken) => [taken.noticeLine, taken] as const),
        ),
      ),
    };
  }

  /** Each change, newest first, also of one taken back. @throws UnknownTakeOver */
  async history(id: string): Promise<readonly HistoryEntry[]> {
    const heads = await revisionsOf(this.reader, TakeOver, id);
    if (heads.length === 0) throw new UnknownTakeOver({ takeOver: id });
    const lines = await revisionsWhere(this.reader, TakenLineRow, { takeOverId: id });
    const noticeLines = await revisionsWhere(this.reader, TakenNoticeLineRow, { takeOverId: id });
    return historyOf(heads, [lines, noticeLines], toTakeOver);
  }

  /** The cases of a take-over that nobody has entered yet, with the treasury's balances. */
  groupsOf(fact: TakeOverDefinition): Promise<readonly TakenGroup[]> {
    return this.groups({ fact, entries: new Map() }, {});
  }

  private async groups(
    { fact, entries }: Pick<RecordedTakeOver, 'fact' | 'entries'>,
    { knownAt }: Known,
  ): Promise<readonly TakenGroup[]> {
    const ids = [...new Set(fact.lines.map(({ line }) => line))];
    const contracts = await this.contracts.contractsOfLines(this.reader, ids, knownAt);
    const notices = await this.grants.notices(this.reader, knownAt);
    const years = new Map(
      notices.flatMap(({ fact: { lines } }) => lines.map((line) => [line.id, line.year] as const)),
    );
    return takenGroups(
      fact,
      entries,
      (taken) => contracts.flatMap((contract) => lineAccount(contract.fact, taken) ?? [])[0],
      (noticeLine) => years.get(noticeLine),
    );
  }
}

function summaryOf({ fact, revision, recordedAt, recordedBy }: RecordedTakeOver): TakeOverSummary {
  const { id, programme, title, keyDate, lines, noticeLines, ownFunds, example } = fact;
  return {
    ...{ id, programme, title, keyDate, revision, recordedAt, recordedBy },
    ...(example !== undefined && { example }),
    cases: lines.length + noticeLines.length,
    noticeLines: noticeLines.map(({ noticeLine }) => noticeLine),
    receivedCents: sumCents(noticeLines.map(({ receivedCents }) => receivedCents)),
    orderedCents: sumCents(lines.map(({ orderedCents }) => orderedCents)),
    treasuryCents: sumCents(
      [...noticeLines, ...ownFunds].map(({ treasuryBalanceCents }) => treasuryBalanceCents),
    ),
  };
}
