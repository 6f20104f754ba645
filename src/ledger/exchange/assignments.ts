import type { SqlValue } from '../../platform/database/unit-of-work.js';
import type { AccountKey } from '../chart.js';
import type { Dimensions } from '../ledger.types.js';

/** Whatever answers a question: the reader, or an open transaction. */
export interface RowSource {
  all<Row>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
}

/** "Kontierung": the account of a posting, and what it belongs to. */
export interface Assignment {
  readonly account: AccountKey;
  readonly dimensions: Dimensions;
}

interface AssignmentRow {
  readonly id: string;
  readonly account: string;
  readonly programme: string;
  readonly component: string;
  readonly budget_year: number;
  readonly notice_line: string;
  readonly contract: string;
  readonly allocation_line: string;
  readonly partner: string;
  readonly claim: string;
}

/** A book has far fewer; this only keeps memory flat whatever it holds. */
const KEPT_MAX = 100_000;
const ASKED_MAX = 500;

/** The assignments that were asked for, kept: many postings share one. */
export class Assignments {
  private readonly kept = new Map<string, Assignment>();

  constructor(private readonly source: RowSource) {}

  readonly of = (id: string): Assignment => {
    const assignment = this.kept.get(id);
    if (assignment === undefined) throw new Error(`there is no assignment ${id}`);
    return assignment;
  };

  /** Reads those of the postings that are not there yet. */
  async load(postings: readonly { readonly assignment_id: string }[]): Promise<void> {
    if (this.kept.size > KEPT_MAX) this.kept.clear();
    const ids = new Set(postings.map(({ assignment_id }) => assignment_id));
    const missing = [...ids].filter((id) => !this.kept.has(id));
    for (let from = 0; from < missing.length; from += ASKED_MAX) {
      const asked = missing.slice(from, from + ASKED_MAX);
      const rows = await this.source.all<AssignmentRow>(
        `select * from ledger_assignment where id in (${asked.map(() => '?').join(', ')})`,
        asked,
      );
      for (const row of rows) this.kept.set(row.id, assignmentOf(row));
    }
  }
}

/** '' and 0 stand for none. */
function assignmentOf(row: AssignmentRow): Assignment {
  return {
    account: row.account as AccountKey,
    dimensions: {
      ...(row.programme !== '' && { programme: row.programme }),
      ...(row.component !== '' && { component: row.component }),
      ...(row.budget_year !== 0 && { budgetYear: row.budget_year }),
      ...(row.notice_line !== '' && { noticeLine: row.notice_line }),
      ...(row.contract !== '' && { contract: row.contract }),
      ...(row.allocation_line !== '' && { allocationLine: row.allocation_line }),
      ...(row.partner !== '' && { partner: row.partner }),
      ...(row.claim !== '' && { claim: row.claim }),
    },
  };
}
