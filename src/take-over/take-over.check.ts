import { Injectable } from '@nestjs/common';
import { Contracts } from '../contracts/contracts.js';
import { formatEuro } from '../domain/money/amount-text.js';
import { cents, ZERO_CENTS, type Cents } from '../domain/money/cents.js';
import { Grants } from '../grants/grants.js';
import { ACCOUNT_KEYS, CHART, isOffBalance } from '../ledger/chart.js';
import { Ledger, type NewPosting } from '../ledger/ledger.js';
import { BookChecks, type BookCheck, type CheckReport } from '../platform/checks/book-check.js';
import type { Reader } from '../platform/database/reader.js';
import { lineAccount, noticeLineDimensions } from './take-over-accounts.rules.js';
import { linePostings, noticeLinePostings } from './take-over-postings.rules.js';
import { readTakeOvers, type RecordedTakeOver } from './take-over.reading.js';

/** Commitments depend on what was committed when the case came in: the sums of a line guard them. */
const ON_BALANCE = ACCOUNT_KEYS.filter((account) => !isOffBalance(account));

/** What was taken over is what the ledger has of it, case by case and account by account. */
@Injectable()
export class TakeOverCheck implements BookCheck {
  readonly name = 'Übernahmen und ihre Buchungen';

  constructor(
    checks: BookChecks,
    private readonly ledger: Ledger,
    private readonly contracts: Contracts,
    private readonly grants: Grants,
  ) {
    checks.register(this);
  }

  async run(reader: Reader, report: CheckReport): Promise<string> {
    const takeOvers = await readTakeOvers(reader);
    const wanted = sumsOf(await this.postings(reader, takeOvers));
    const posted = await this.ledger.sums(reader, { accounts: ON_BALANCE, kinds: ['take-over'] });
    const found = sumsOf(posted.map(({ dimensions, ...sum }) => ({ ...sum, ...dimensions })));
    for (const place of new Set([...wanted.keys(), ...found.keys()])) {
      const [expected, stands] = [wanted.get(place) ?? ZERO_CENTS, found.get(place) ?? ZERO_CENTS];
      if (expected === stands) continue;
      report.broken({
        place,
        expected: `${formatEuro(expected)} übernommen`,
        found: `${formatEuro(stands)} gebucht`,
      });
    }
    const cases = takeOvers.reduce((sum, { entries }) => sum + entries.size, 0);
    return `${takeOvers.length.toString()} Übernahmen, ${cases.toString()} Fälle`;
  }

  private async postings(
    reader: Reader,
    takeOvers: readonly RecordedTakeOver[],
  ): Promise<readonly NewPosting[]> {
    const facts = takeOvers.map(({ fact }) => fact);
    const ids = [...new Set(facts.flatMap(({ lines }) => lines.map(({ line }) => line)))];
    const contracts = await this.contracts.contractsOfLines(reader, ids);
    const notices = (await this.grants.notices(reader)).flatMap(({ fact }) => fact.lines);
    const granted = new Map(notices.map((line) => [line.id, line]));
    return facts.flatMap(({ programme, lines, noticeLines }) => [
      ...lines.flatMap((taken) => {
        const [account] = contracts.flatMap(({ fact }) => lineAccount(fact, taken) ?? []);
        const dimensions = account?.dimensions ?? { allocationLine: taken.line };
        return linePostings(taken, { dimensions, committedCents: ZERO_CENTS });
      }),
      ...noticeLines.flatMap((taken) => {
        const line = granted.get(taken.noticeLine);
        return line ? noticeLinePostings(taken, noticeLineDimensions(programme, line)) : [];
      }),
    ]);
  }
}

/** Sums by place: "Zeile luenen-kim-2, 2023, Bank der Kreiskasse". */
function sumsOf(postings: readonly NewPosting[]): ReadonlyMap<string, Cents> {
  const sums = new Map<string, Cents>();
  for (const { account, cents: amount, allocationLine, noticeLine, budgetYear } of postings) {
    if (isOffBalance(account)) continue;
    const places = [
      ...(allocationLine === undefined ? [] : [`Zeile ${allocationLine}`]),
      ...(noticeLine === undefined ? [] : [`Bescheidzeile ${noticeLine}`]),
      (budgetYear ?? 0).toString(),
      CHART[account].name,
    ];
    const place = places.join(', ');
    sums.set(place, cents((sums.get(place) ?? 0n) + amount));
  }
  return sums;
}
