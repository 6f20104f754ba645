import { Injectable } from '@nestjs/common';
import { Book } from '../platform/database/book.js';
import { canonicalJson } from '../platform/database/canonical-json.js';
import { statementOf, type FactChange } from '../platform/database/fact-change.js';
import type { Recorded } from '../platform/database/recorded.js';
import {
  addFact,
  appendRevision,
  appendRevisions,
  ensureSeen,
  withdrawFact,
} from '../platform/database/revisions.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { NoticeDefinition } from '../programmes/definitions/definition.js';
import type { FactFinding } from '../programmes/definitions/fact-reading.js';
import { ensureReal, ensureSound } from '../programmes/fact-check.js';
import { Programmes } from '../programmes/programmes.js';
import { NoticeInUse, NoticeLineIdTooLong, NoticeTaken, UnknownNotice } from './grants.errors.js';
import { NoticeLineGrants } from './notice-line-grants.js';
import { holdNotices, noticesAround } from './notice-surroundings.js';
import { Notice, NoticeLine } from './notice.entity.js';
import { ID_LENGTH_MAX, lineIdOf, noticeLineRow, noticeRow } from './notice.mapping.js';
import { namingNotices, readNotices } from './notice.reading.js';
import { shortageWarnings } from './shortage-warnings.rules.js';

/** Records, corrects and takes back notices; the work that use cases do, and rehearse. */
@Injectable()
export class NoticeWriting {
  constructor(
    private readonly grants: NoticeLineGrants,
    private readonly programmes: Programmes,
    private readonly book: Book,
  ) {}

  /**
   * A new notice; an amending one tells lines of the amended one anew (R10).
   * @returns what is doubtful about it
   * @throws NoticeTaken, NoticeLineIdTooLong, FactRefused
   */
  async record(
    tx: Tx,
    change: FactChange,
    notice: NoticeDefinition,
  ): Promise<readonly FactFinding[]> {
    await holdNotices(tx, [notice.id, notice.amends, notice.follows]);
    await this.grants.hold(tx, lineIdsOf(notice));
    const around = await noticesAround(tx, notice);
    if (around.some(({ fact }) => fact.id === notice.id)) {
      throw new NoticeTaken({ notice: notice.id });
    }
    const warnings = this.ensureSound(notice, around);
    await this.write(tx, change, notice, undefined);
    return [...warnings, ...(await this.shortages(tx, notice))];
  }

  /**
   * The next revision of a notice: its head if it changed, each changed line; a line that is no
   * longer told is withdrawn. What did not change gets no revision.
   * @throws UnknownNotice, StaleRevision, NoticeInUse, NoticeLineIdTooLong, FactRefused
   */
  async correct(
    tx: Tx,
    change: FactChange,
    notice: NoticeDefinition,
  ): Promise<readonly FactFinding[]> {
    const before = await this.held(tx, notice.id, change, [notice.amends, notice.follows]);
    await this.grants.hold(tx, [...lineIdsOf(before.fact), ...lineIdsOf(notice)]);
    const warnings = this.ensureSound(notice, await noticesAround(tx, notice));
    await this.write(tx, change, notice, before.fact);
    return [...warnings, ...(await this.shortages(tx, notice))];
  }

  /**
   * Takes back a notice that was recorded by mistake; lines that it amended count as before.
   * @throws UnknownNotice, StaleRevision, NoticeInUse if a notice, a contract or a post names it
   */
  async withdraw(tx: Tx, change: FactChange, id: string): Promise<void> {
    const { fact } = await this.held(tx, id, change);
    const [naming] = await namingNotices(tx, id);
    if (naming !== undefined) throw new NoticeInUse({ notice: id, kind: 'notice', by: naming });
    const lineIds = lineIdsOf(fact);
    const statement = statementOf(change);
    const withdrawal = { notice: fact, event: 'withdrawn', lineIds } as const;
    await this.grants.around(tx, withdrawal, change, async () => {
      await withdrawFact(tx, Notice, id, statement);
      for (const lineId of lineIds) {
        await withdrawFact(tx, NoticeLine, lineIdOf(id, lineId), statement);
      }
    });
  }

  /** The notice as it stands, held until the transaction ends, if it is what the author saw. */
  private async held(
    tx: Tx,
    id: string,
    { expected }: FactChange,
    named: readonly (string | undefined)[] = [],
  ): Promise<Recorded<NoticeDefinition>> {
    await holdNotices(tx, [id, ...named]);
    const [before] = await readNotices(tx, { ids: [id] });
    if (before === undefined) throw new UnknownNotice({ notice: id });
    ensureSeen(id, before.revision, expected);
    return before;
  }

  private ensureSound(
    notice: NoticeDefinition,
    around: readonly Recorded<NoticeDefinition>[],
  ): readonly FactFinding[] {
    ensureReal(this.book, notice);
    return ensureSound(notice, [
      ...this.programmes.programmes(),
      ...around.map(({ fact }) => fact),
    ]);
  }

  private async write(
    tx: Tx,
    change: FactChange,
    notice: NoticeDefinition,
    before: NoticeDefinition | undefined,
  ): Promise<void> {
    const statement = statementOf(change);
    const [head, lines] = [noticeRow(notice), lineRows(notice)];
    const long = lines.find(({ id }) => id.length > ID_LENGTH_MAX);
    if (long) throw new NoticeLineIdTooLong({ id: long.id, limit: ID_LENGTH_MAX });
    const known = new Map(before && lineRows(before).map((row) => [row.id, row]));
    const changed = lines.filter((row) => isOther(known.get(row.id), row));
    const told = new Set(lines.map(({ id }) => id));
    const takenOut = [...known.values()].filter(({ id }) => !told.has(id));
    const lineIds = [...known.values(), ...lines].map(({ lineId }) => lineId);
    const event = before === undefined ? 'recorded' : 'corrected';
    await this.grants.around(tx, { notice, event, lineIds }, change, async () => {
      if (before === undefined) await addFact(tx, Notice, head, statement);
      else if (isOther(noticeRow(before), head)) await appendRevision(tx, Notice, head, statement);
      await appendRevisions(tx, NoticeLine, changed, statement);
      for (const { id } of takenOut) await withdrawFact(tx, NoticeLine, id, statement);
    });
  }

  private async shortages(tx: Tx, { lines }: NoticeDefinition): Promise<readonly FactFinding[]> {
    const found: FactFinding[] = [];
    for (const [index, line] of lines.entries()) {
      found.push(...shortageWarnings(index, await this.grants.shortagesOf(tx, line.id)));
    }
    return found;
  }
}

function lineIdsOf({ lines }: NoticeDefinition): readonly string[] {
  return lines.map(({ id }) => id);
}

function lineRows(notice: NoticeDefinition) {
  return notice.lines.map((line, ordinal) => noticeLineRow(notice.id, line, ordinal));
}

function isOther(before: object | undefined, after: object): boolean {
  return before === undefined || canonicalJson(before) !== canonicalJson(after);
}
