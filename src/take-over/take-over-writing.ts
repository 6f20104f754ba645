import { Injectable } from '@nestjs/common';
import { Contracts } from '../contracts/contracts.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { Grants } from '../grants/grants.js';
import { Book } from '../platform/database/book.js';
import { canonicalJson } from '../platform/database/canonical-json.js';
import { statementOf, type FactChange } from '../platform/database/fact-change.js';
import {
  appendRevision,
  appendRevisions,
  ensureSeen,
  holdFact,
  withdrawFact,
} from '../platform/database/revisions.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { Definition, TakeOverDefinition } from '../programmes/definitions/definition.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import { ensureReal, ensureSound } from '../programmes/fact-check.js';
import { Programmes } from '../programmes/programmes.js';
import { changedCases } from './changed-cases.rules.js';
import { TakenLineRow, TakenNoticeLineRow, TakeOver } from './take-over.entity.js';
import { TakeOverTaken, UnknownTakeOver } from './take-over.errors.js';
import { takeOverRow } from './take-over.mapping.js';
import { TakeOverPosting } from './take-over-posting.js';
import { readTakeOvers, type RecordedTakeOver } from './take-over.reading.js';

/** Records, corrects and takes back take-overs; the work that use cases do, and rehearse. */
@Injectable()
export class TakeOverWriting {
  constructor(
    private readonly posting: TakeOverPosting,
    private readonly programmes: Programmes,
    private readonly grants: Grants,
    private readonly contracts: Contracts,
    private readonly book: Book,
  ) {}

  /**
   * A new take-over: its cases are posted.
   * @returns what is doubtful about it
   * @throws TakeOverTaken, FactRefused with the figures if the treasury says otherwise
   */
  async record(
    tx: Tx,
    change: FactChange,
    takeOver: TakeOverDefinition,
  ): Promise<readonly FactFinding[]> {
    await this.posting.hold(tx, takeOver);
    const [known] = await readTakeOvers(tx, { ids: [takeOver.id] });
    if (known !== undefined) throw new TakeOverTaken({ takeOver: takeOver.id });
    const warnings = await this.ensureSound(tx, takeOver);
    await this.write(tx, change, takeOver, undefined);
    return warnings;
  }

  /**
   * The next revision: the entry of each case that changed is reversed, and posted anew.
   * @throws UnknownTakeOver, StaleRevision, FactRefused
   */
  async correct(
    tx: Tx,
    change: FactChange,
    takeOver: TakeOverDefinition,
  ): Promise<readonly FactFinding[]> {
    const before = await this.held(tx, takeOver.id, change);
    await this.posting.hold(tx, takeOver);
    const warnings = await this.ensureSound(tx, takeOver);
    await this.write(tx, change, takeOver, before);
    return warnings;
  }

  /**
   * Takes a take-over back that was recorded by mistake: all its entries are reversed.
   * @returns as of when they are
   */
  async withdraw(tx: Tx, change: FactChange, id: string): Promise<PlainDate> {
    const { fact, entries, lapses } = await this.held(tx, id, change);
    await this.posting.hold(tx, fact);
    const posted = [...entries.values(), ...lapses.values()];
    const effectiveOn = await this.posting.reverse(tx, fact, posted, change);
    const statement = statementOf(change);
    const { lines, noticeLines } = changedCases(fact, undefined);
    await withdrawFact(tx, TakeOver, id, statement);
    for (const row of lines) await withdrawFact(tx, TakenLineRow, row.id, statement);
    for (const row of noticeLines) await withdrawFact(tx, TakenNoticeLineRow, row.id, statement);
    return effectiveOn;
  }

  /** Adds what the file of an import says; the files have been checked against the book. */
  async write(
    tx: Tx,
    change: FactChange,
    takeOver: TakeOverDefinition,
    before: RecordedTakeOver | undefined,
  ): Promise<void> {
    const changed = changedCases(takeOver, before?.fact);
    const reversed = [...changed.posted, ...changed.gone.map(({ id }) => id)].flatMap((id) =>
      [before?.entries.get(id) ?? [], before?.lapses.get(id) ?? []].flat(),
    );
    await this.posting.reverse(tx, before?.fact ?? takeOver, reversed, change);
    const posted = await this.posting.post(tx, takeOver, changed.posted, change);
    const columnsOf = (id: string) => {
      const isPosted = changed.posted.has(id);
      const entry = isPosted ? posted.get(id)?.entry : before?.entries.get(id);
      const lapse = isPosted ? posted.get(id)?.lapse : before?.lapses.get(id);
      return { entryId: entry ?? null, lapseEntryId: lapse ?? null };
    };
    const statement = statementOf(change);
    const head = takeOverRow(takeOver);
    if (before === undefined || isOther(takeOverRow(before.fact), head)) {
      await appendRevision(tx, TakeOver, head, statement);
    }
    const [lines, noticeLines] = [changed.lines, changed.noticeLines].map((rows) =>
      rows.map((row) => ({ ...row, ...columnsOf(row.id) })),
    ) as [TakenLineRow[], TakenNoticeLineRow[]];
    await appendRevisions(tx, TakenLineRow, lines, statement);
    await appendRevisions(tx, TakenNoticeLineRow, noticeLines, statement);
    for (const { id, isNotice } of changed.gone) {
      if (isNotice) await withdrawFact(tx, TakenNoticeLineRow, id, statement);
      else await withdrawFact(tx, TakenLineRow, id, statement);
    }
  }

  private async held(
    tx: Tx,
    id: string,
    { expected }: Pick<FactChange, 'expected'>,
  ): Promise<RecordedTakeOver> {
    await holdFact(tx, TakeOver, id);
    const [before] = await readTakeOvers(tx, { ids: [id] });
    if (before === undefined) throw new UnknownTakeOver({ takeOver: id });
    ensureSeen(id, before.revision, expected);
    return before;
  }

  private async ensureSound(tx: Tx, takeOver: TakeOverDefinition): Promise<readonly FactFinding[]> {
    ensureReal(this.book, takeOver);
    return ensureSound(takeOver, await this.around(tx));
  }

  /** The whole book that a take-over may name, and what is taken over already. */
  private async around(tx: Tx): Promise<readonly Definition[]> {
    return [
      ...this.programmes.programmes(),
      ...(await this.grants.notices(tx)).map(({ fact }) => fact),
      ...(await this.contracts.contracts(tx)).map(({ fact }) => fact),
      ...(await readTakeOvers(tx)).map(({ fact }) => fact),
    ];
  }
}

function isOther(before: object, after: object): boolean {
  return canonicalJson(before) !== canonicalJson(after);
}
