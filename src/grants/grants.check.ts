import { Injectable } from '@nestjs/common';
import { formatEuro } from '../domain/money/amount-text.js';
import { ZERO_CENTS } from '../domain/money/cents.js';
import { keyOf, Ledger, noticeLineScope, Standing } from '../ledger/ledger.js';
import { BookChecks, type BookCheck, type CheckReport } from '../platform/checks/book-check.js';
import type { Reader } from '../platform/database/reader.js';
import { bookedGrant, CLAIMED, grantDimensions, NOTICE_KINDS } from './notice-postings.rules.js';
import { readNotices } from './notice.reading.js';
import { grantedLines } from './notice.rules.js';

/** What notice lines grant is what the ledger has of them, line by line and year by year. */
@Injectable()
export class GrantsCheck implements BookCheck {
  readonly name = 'Bescheide und ihre Buchungen';

  constructor(
    checks: BookChecks,
    private readonly ledger: Ledger,
  ) {
    checks.register(this);
  }

  async run(reader: Reader, report: CheckReport): Promise<string> {
    const granted = grantedLines((await readNotices(reader)).map(({ fact }) => fact));
    const filter = { accounts: CLAIMED, kinds: NOTICE_KINDS };
    const standing = new Standing({ own: await this.ledger.sums(reader, filter) });
    const wanted = new Map(
      [...granted.values()].map((line) => [keyOf(grantDimensions(line)), line.line.amountCents]),
    );
    const lines = [...granted.keys()].map(noticeLineScope);
    for (const scope of new Set([...lines, ...standing.scopes()])) {
      const told = granted.get(scope.slice(PREFIX.length));
      const places = new Map(standing.dimensionsOf(scope).map((each) => [keyOf(each), each]));
      if (told) places.set(keyOf(grantDimensions(told)), grantDimensions(told));
      for (const [key, dimensions] of places) {
        const [expected, found] = [
          wanted.get(key) ?? ZERO_CENTS,
          bookedGrant(standing, dimensions),
        ];
        if (expected === found) continue;
        const { noticeLine = '', budgetYear = 0 } = dimensions;
        report.broken({
          place: `Bescheidzeile ${noticeLine}, ${budgetYear}`,
          expected: `${formatEuro(expected)} bewilligt`,
          found: `${formatEuro(found)} gebucht`,
        });
      }
    }
    return `${granted.size} Bescheidzeilen`;
  }
}

const PREFIX = noticeLineScope('');
