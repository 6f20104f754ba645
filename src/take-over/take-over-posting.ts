import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import { Contracts } from '../contracts/contracts.js';
import { sumCents } from '../domain/money/cents.js';
import { Grants } from '../grants/grants.js';
import { Ledger } from '../ledger/ledger.js';
import type { Dimensions, NewEntry, NewPosting } from '../ledger/ledger.types.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import type { TakenLine, TakeOverDefinition } from '../programmes/definitions/definition.js';
import { lineAccount, noticeLineDimensions, type LineAccount } from './take-over-accounts.rules.js';
import { linePostings, noticeLinePostings } from './take-over-postings.rules.js';
import { takenLineId } from './take-over.mapping.js';

/** Who takes over, and under which key. */
export interface Author {
  readonly by: string;
  readonly key: string;
  readonly reason: string;
}

/** A case and what it posts. */
interface CaseEntry {
  readonly id: string;
  readonly entry: NewEntry;
}

/** Posts the cases of a take-over: one entry each, dated with the key date, naming its document. */
@Injectable()
export class TakeOverPosting {
  constructor(
    private readonly ledger: Ledger,
    private readonly contracts: Contracts,
    private readonly grants: Grants,
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
   * @returns the entry of each case; a case in which nothing had happened has none
   */
  async post(
    tx: Tx,
    takeOver: TakeOverDefinition,
    cases: ReadonlySet<string>,
    author: Author,
  ): Promise<ReadonlyMap<string, string>> {
    const effectiveOn = await this.ledger.openDay(tx, takeOver.keyDate);
    const entryOf = (
      id: string,
      what: string,
      document: string,
      postings: readonly NewPosting[],
    ) =>
      postings.length === 0
        ? []
        : [
            {
              id,
              entry: { ...entryOfCase(takeOver, author, effectiveOn, what, document), postings },
            },
          ];
    const notices = await this.noticeLines(tx, takeOver, cases);
    const lines = await this.lines(tx, takeOver, cases);
    const entries: readonly CaseEntry[] = [
      ...notices.flatMap(({ taken, dimensions }) => {
        const postings = noticeLinePostings(taken, dimensions);
        return entryOf(taken.noticeLine, taken.noticeLine, taken.document, postings);
      }),
      ...lines.flatMap(({ taken, account, committedCents }) => {
        const { dimensions, title } = account;
        const postings = linePostings(taken, { dimensions, committedCents });
        const what = `${title} ${taken.year.toString()}`;
        return entryOf(takenLineId(taken), what, taken.document, postings);
      }),
    ];
    const ids = await this.ledger.appendAll(
      tx,
      entries.map(({ entry }) => entry),
    );
    return new Map(entries.map(({ id }, index) => [id, ids[index] ?? ''] as const));
  }

  /** Takes entries back, as of the key date or the first open day after it. */
  async reverse(
    tx: Tx,
    { keyDate }: TakeOverDefinition,
    entries: readonly string[],
    { by, key, reason }: Author,
  ): Promise<void> {
    const effectiveOn = await this.ledger.openDay(tx, keyDate);
    for (const entry of entries) {
      const text = `Übernahme berichtigt: ${reason}`;
      const actors = { entered: by };
      await this.ledger.reverse(tx, { entry, effectiveOn, text, actors, commandKey: key });
    }
  }

  private async noticeLines(tx: Tx, takeOver: TakeOverDefinition, cases: ReadonlySet<string>) {
    const wanted = takeOver.noticeLines.filter(({ noticeLine }) => cases.has(noticeLine));
    const granted = await this.grants.lines(
      tx,
      wanted.map(({ noticeLine }) => noticeLine),
    );
    return wanted.flatMap((taken, index) => {
      const line = granted[index];
      return line ? [{ taken, dimensions: noticeLineDimensions(takeOver.programme, line) }] : [];
    });
  }

  private async lines(tx: Tx, takeOver: TakeOverDefinition, cases: ReadonlySet<string>) {
    const wanted = takeOver.lines.filter((taken) => cases.has(takenLineId(taken)));
    const accounts = await this.accountsOf(tx, wanted);
    const lines = [];
    for (const taken of wanted) {
      const account = accounts.get(takenLineId(taken));
      assert(account, 'a line that is taken over was checked');
      const { allocationLine, budgetYear } = account.dimensions;
      const committedCents = await this.committed(tx, { allocationLine, budgetYear } as Dimensions);
      lines.push({ taken, account, committedCents });
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

function entryOfCase(
  { id }: TakeOverDefinition,
  { by, key }: Author,
  effectiveOn: NewEntry['effectiveOn'],
  what: string,
  document: string,
): Omit<NewEntry, 'postings'> {
  return {
    effectiveOn,
    kind: 'take-over',
    subject: `take-over:${id}`,
    text: `Übernahme ${what}. Beleg: ${document}`,
    actors: { entered: by },
    commandKey: key,
  };
}
