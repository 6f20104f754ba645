import type { Reader } from '../../platform/database/reader.js';
import { assignmentId, assignmentText } from '../chain/content.rules.js';
import { isAccountKey, isOffBalance, type AccountKey } from '../chart.js';
import {
  DIMENSION_COLUMNS,
  dimensionsOf,
  type DimensionColumns,
} from '../entries/assignment.rules.js';
import type { Dimensions } from '../ledger.types.js';
import type { CheckReport } from '../../platform/checks/book-check.js';

/** "Kontierung" as the book has it, and what the pass over the chain adds up on it. */
export class StoredAssignment {
  /** Cents by month, of all postings that were seen. */
  readonly turnover = new Map<string, number>();
  /** What its entries move in the equation of a line: see `line-sums.ts`. */
  equationCents = 0;
  /** The last entry by hand that moved it. */
  byHand: string | undefined;

  /** @param before, after the canonical text of a posting around its amount */
  constructor(
    readonly id: string,
    readonly account: AccountKey,
    readonly offBalance: boolean,
    readonly dimensions: Dimensions,
    readonly before: string,
    readonly after: string,
  ) {}

  /** All that its postings move, whenever they take effect. */
  get totalCents(): number {
    let total = 0;
    for (const cents of this.turnover.values()) total += cents;
    return total;
  }
}

interface AssignmentColumns extends DimensionColumns {
  readonly id: string;
  readonly account: string;
  readonly off_balance: number;
}

const PAGE = 2_000;

/**
 * All assignments by id: their number grows with lines and years, not with entries. Tells those
 * whose id is not the hash of what they say, and those of an account that the book does not have.
 */
export async function storedAssignments(
  reader: Reader,
  accounts: ReadonlySet<string>,
  report: CheckReport,
): Promise<ReadonlyMap<string, StoredAssignment>> {
  const assignments = new Map<string, StoredAssignment>();
  for (let after = ''; ;) {
    const rows = await reader.all<AssignmentColumns>(
      `select id, account, off_balance, ${DIMENSION_COLUMNS.join(', ')}
       from ledger_assignment where id > ? order by id limit ${PAGE}`,
      [after],
    );
    for (const row of rows) {
      tellFlaws(row, accounts, report);
      assignments.set(row.id, assignmentOf(row));
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return assignments;
    after = last.id;
  }
}

function assignmentOf({ id, account, off_balance, ...columns }: AssignmentColumns) {
  const dimensions = dimensionsOf(columns);
  const { before, after } = assignmentText(account, dimensions);
  const key = account as AccountKey;
  return new StoredAssignment(id, key, off_balance === 1, dimensions, before, after);
}

function tellFlaws(
  { id, account, off_balance: offBalance, ...columns }: AssignmentColumns,
  accounts: ReadonlySet<string>,
  report: CheckReport,
): void {
  const place = `Kontierung ${id}`;
  const expected = assignmentId(account, dimensionsOf(columns));
  if (id !== expected) {
    report.broken({ place, expected: `Kennung ${expected} nach ihrem Inhalt`, found: id });
  }
  if (!accounts.has(account)) {
    report.broken({ place, expected: 'ein Konto des Kontenplans', found: account });
  } else if (isAccountKey(account) && offBalance !== (isOffBalance(account) ? 1 : 0)) {
    const side = isOffBalance(account) ? 'außerhalb der Bilanz' : 'in der Bilanz';
    report.broken({
      place,
      expected: `${account} steht ${side}`,
      found: `off_balance ${offBalance}`,
    });
  }
}
