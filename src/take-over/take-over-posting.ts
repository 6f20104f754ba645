import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import { Contracts } from '../contracts/contracts.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { sumCents } from '../domain/money/cents.js';
import { Grants } from '../grants/grants.js';
import { Ledger } from '../ledger/ledger.js';
import type { Dimensions } from '../ledger/ledger.types.js';
import type { CommandStatement } from '../platform/database/fact-change.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type {
  NoticeLineDefinition,
  TakenLine,
  TakeOverDefinition,
} from '../programmes/definitions/definition.js';
import { Programmes } from '../programmes/programmes.js';
import { lineAccount, noticeLineDimensions, type LineAccount } from './take-over-accounts.rules.js';
import {
  lineLapsePostings,
  linePostings,
  noticeLineLapsePostings,
  noticeLinePostings,
} from './take-over-postings.rules.js';
import { takenLineId } from './take-over.mapping.js';
import { entriesOf, type FoundCase } from './taken-entries.rules.js';

/** The entries that a case has posted. */
export interface PostedCase {
  readonly entry?: string;
  /** By which what is neither ordered nor called any more has lapsed. */
  readonly lapse?: string;
}

/** Posts the cases of a take-over: an entry each, dated with the key date, naming its document. */
@Injectable()
export class TakeOverPosting {
  constructor(
    private readonly ledger: Ledger,
    private readonly contracts: Contracts,
    private readonly grants: Grants,
    private readonly programmes: Programmes,
  ) {}

  /** Nobody else posts for these lines until the transaction ends. */
  async hold(tx: Tx, { lines, noticeLines }: TakeOverDefinition): Promise<void> {
    await this.ledger.hold(tx, [
      ...lines.map(({ line, year }) => `allocation-line:${line}/${year.toString()}`),
      ...noticeLines.map(({ noticeLine }) => `notice-line:${noticeLine}`),
    ]);
  }

  /**
   * Posts the named cases.
   * @param cases ids: `<line>/<year>`, or the notice line's
   * @returns the entries of each case; a case in which nothing had happened has none
   */
  async post(
    tx: Tx,
    takeOver: TakeOverDefinition,
    cases: ReadonlySet<string>,
    author: CommandStatement,
  ): Promise<ReadonlyMap<string, PostedCase>> {
    const effectiveOn = await this.ledger.openDay(tx, takeOver.keyDate);
    const found = [
      ...(await this.noticeLines(tx, takeOver, cases)),
      ...(await this.lines(tx, takeOver, cases)),
    ];
    const entries = found.flatMap((taken) =>
      entriesOf(taken, takeOver, author).map(({ kind, ...entry }) => ({
        id: taken.id,
        entry: { ...entry, kind, effectiveOn },
      })),
    );
    const ids = await this.ledger.appendAll(
      tx,
      entries.map(({ entry }) => entry),
    );
    const posted = new Map<string, PostedCase>();
    for (const [index, { id, entry }] of entries.entries()) {
      const name = entry.kind === 'lapse' ? 'lapse' : 'entry';
      posted.set(id, { ...posted.get(id), [name]: ids[index] });
    }
    return posted;
  }

  /** Takes entries back. @returns as of when: the key date, or the first open day after it */
  async reverse(
    tx: Tx,
    { keyDate }: TakeOverDefinition,
    entries: readonly string[],
    { by, key, reason }: CommandStatement,
  ): Promise<PlainDate> {
    const effectiveOn = await this.ledger.openDay(tx, keyDate);
    for (const entry of entries) {
      const text = `Übernahme berichtigt: ${reason}`;
      const actors = { entered: by };
      await this.ledger.reverse(tx, { entry, effectiveOn, text, actors, commandKey: key });
    }
    return effectiveOn;
  }

  private async noticeLines(
    tx: Tx,
    takeOver: TakeOverDefinition,
    cases: ReadonlySet<string>,
  ): Promise<readonly FoundCase[]> {
    const wanted = takeOver.noticeLines.filter(({ noticeLine }) => cases.has(noticeLine));
    const granted = await this.grants.lines(
      tx,
      wanted.map(({ noticeLine }) => noticeLine),
    );
    return wanted.flatMap((taken, index) => {
      const line = granted[index];
      if (line === undefined) return [];
      const { noticeLine: id, document } = taken;
      const dimensions = noticeLineDimensions(takeOver.programme, line);
      const postings = noticeLinePostings(taken, dimensions);
      return [
        {
          ...{ id, what: this.nameOf(line), document, postings },
          lapse: noticeLineLapsePostings(taken, dimensions),
        },
      ];
    });
  }

  /** "KIM II 2023": what the Land grants has no title of its own. */
  private nameOf({ component, year }: NoticeLineDefinition): string {
    return `${this.programmes.component(component).shortName} ${year.toString()}`;
  }

  private async lines(
    tx: Tx,
    takeOver: TakeOverDefinition,
    cases: ReadonlySet<string>,
  ): Promise<readonly FoundCase[]> {
    const wanted = takeOver.lines.filter((taken) => cases.has(takenLineId(taken)));
    const accounts = await this.accountsOf(tx, wanted);
    const lines: FoundCase[] = [];
    for (const taken of wanted) {
      const { line: allocationLine, year, document } = taken;
      const account = accounts.get(takenLineId(taken));
      assert(account, 'a line that is taken over was checked');
      const { dimensions, title } = account;
      const committed = await this.committed(tx, { allocationLine, budgetYear: year });
      lines.push({
        ...{ id: takenLineId(taken), what: `${title} ${year.toString()}`, document },
        postings: linePostings(taken, dimensions),
        lapse: lineLapsePostings(taken, dimensions, committed),
      });
    }
    return lines;
  }

  private async accountsOf(
    tx: Tx,
    lines: readonly TakenLine[],
  ): Promise<ReadonlyMap<string, LineAccount>> {
    const ids = [...new Set(lines.map(({ line }) => line))];
    const contracts = await this.contracts.contractsOfLines(tx, ids);
    const found = lines.flatMap((taken) => {
      const accounts = contracts.flatMap(({ fact }) => lineAccount(fact, taken) ?? []);
      return accounts.slice(0, 1).map((account) => [takenLineId(taken), account] as const);
    });
    return new Map(found);
  }

  /** What is committed for a line and year, and not ordered yet. */
  private async committed(tx: Tx, dimensions: Dimensions) {
    const sums = await this.ledger.sums(tx, { accounts: ['commitments'], ...dimensions });
    return sumCents(sums.map((sum) => sum.cents));
  }
}
