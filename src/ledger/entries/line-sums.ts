import { cents, ZERO_CENTS, type Cents } from '../../domain/money/cents.js';
import { toCents } from '../../platform/database/columns.js';
import { isShared } from '../../platform/database/typeorm-tx.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { AccountKey } from '../chart.js';
import { SumOverdrawn } from '../ledger.errors.js';
import type { NewEntry, NewPosting } from '../ledger.types.js';
import { marksFor } from '../../platform/database/marks.js';

/** A line of a contract or a notice in a budget year: what sums are kept of. */
export interface SummedLine {
  readonly of: 'allocation-line' | 'notice-line';
  readonly line: string;
  readonly budgetYear: number;
}

/** The sums that may not get onto their wrong side: 1 for debit, -1 for credit. */
export const SIDES = {
  'allocation-line': { commitments: 1n, advances: 1n, payables: -1n },
  'notice-line': { earmarked: -1n },
} as const satisfies Record<SummedLine['of'], Partial<Record<AccountKey, bigint>>>;

const COLUMNS = { 'allocation-line': 'allocation_line', 'notice-line': 'notice_line' } as const;

export function holdIdOf({ of, line, budgetYear }: SummedLine): string {
  return `${of}:${line}/${budgetYear}`;
}

/** The lines and years whose guarded sums the entries move, each once, in one order for all. */
export function linesOfEntries(entries: readonly NewEntry[]): readonly SummedLine[] {
  const lines = new Map<string, SummedLine>();
  for (const posting of entries.flatMap(({ postings }) => postings)) {
    for (const line of linesOf(posting)) lines.set(holdIdOf(line), line);
  }
  return [...lines].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
}

export function linesOf({
  account,
  allocationLine,
  noticeLine,
  budgetYear,
}: NewPosting): SummedLine[] {
  if (budgetYear === undefined) return [];
  const found: SummedLine[] = [];
  if (allocationLine !== undefined && account in SIDES['allocation-line']) {
    found.push({ of: 'allocation-line', line: allocationLine, budgetYear });
  }
  if (noticeLine !== undefined && account in SIDES['notice-line']) {
    found.push({ of: 'notice-line', line: noticeLine, budgetYear });
  }
  return found;
}

/** Nobody else holds the same until the transaction ends; on SQLite nobody else writes at all. */
export async function holdAll(tx: Tx, ids: readonly string[]): Promise<void> {
  if (!isShared(tx)) return;
  const sorted = [...new Set(ids)].toSorted();
  for (let start = 0; start < sorted.length; start += HELD_PER_STATEMENT) {
    await holdPart(tx, sorted.slice(start, start + HELD_PER_STATEMENT));
  }
}

const HELD_PER_STATEMENT = 1000;

async function holdPart(tx: Tx, ids: readonly string[]): Promise<void> {
  const marks = marksFor(ids);
  const lock = `select id from ledger_hold where id in (${marks}) order by id for update`;
  const held = await tx.all<{ id: string }>(lock, ids);
  if (held.length === ids.length) return;
  await tx.run(
    `insert into ledger_hold (id) values ${ids.map(() => '(?)').join(', ')}
     on conflict do nothing`,
    ids,
  );
  await tx.run(lock, ids);
}

/** By how much a command has moved the accounts of a line. */
export type Moves = ReadonlyMap<AccountKey, bigint>;

/**
 * At the end of each command: what a contract binds, what was paid ahead and what is owed stands on
 * its own side, never both of the latter; what a notice line earmarks is not overdrawn. What stood
 * on the wrong side before (an entry by hand did that) may not get worse.
 *
 * @throws SumOverdrawn
 */
export async function ensureNotOverdrawn(tx: Tx, line: SummedLine, moves: Moves): Promise<void> {
  const sums = await sumsOf(tx, line);
  for (const [account, side] of Object.entries(SIDES[line.of]) as [AccountKey, bigint][]) {
    const standing = sums.get(account) ?? ZERO_CENTS;
    const moved = (moves.get(account) ?? 0n) * side;
    if (standing * side < 0n && moved < 0n) throw overdrawn(line, account, standing);
  }
  if (!moves.has('advances') && !moves.has('payables')) return;
  const [advances, payables] = [sums.get('advances') ?? 0n, sums.get('payables') ?? 0n];
  if (advances > 0n && payables < 0n) throw overdrawn(line, 'payables', cents(payables));
}

/**
 * The same for entries that have been in a book: entries by hand stand beside these rules, and what
 * they have overdrawn is passed over; `verify` tells it.
 *
 * @throws SumOverdrawn
 */
export async function ensureNotOverdrawnByRule(
  tx: Tx,
  line: SummedLine,
  moves: Moves,
): Promise<void> {
  await ensureNotOverdrawn(tx, line, moves).catch(async (error: unknown) => {
    if (!(error instanceof SumOverdrawn) || !(await isMovedByHand(tx, line))) throw error;
  });
}

async function isMovedByHand(tx: Tx, { of, line, budgetYear }: SummedLine): Promise<boolean> {
  const rows = await tx.all(
    `select 1 from ledger_assignment a
     join ledger_posting p on p.assignment_id = a.id join ledger_entry e on e.id = p.entry_id
     where a.${COLUMNS[of]} = ? and a.budget_year = ? and e.kind = 'adjustment' limit 1`,
    [line, budgetYear],
  );
  return rows.length > 0;
}

function overdrawn({ line, budgetYear }: SummedLine, account: AccountKey, standing: Cents) {
  return new SumOverdrawn({ account, line, budgetYear, cents: standing });
}

async function sumsOf(
  tx: Tx,
  { of, line, budgetYear }: SummedLine,
): Promise<ReadonlyMap<AccountKey, Cents>> {
  const accounts = Object.keys(SIDES[of]);
  const rows = await tx.all<{ account: AccountKey; cents: string | number }>(
    `select a.account, cast(sum(b.cents) as text) as cents
     from ledger_assignment a join ledger_balance b on b.assignment_id = a.id
     where a.${COLUMNS[of]} = ? and a.budget_year = ?
       and a.account in (${marksFor(accounts)})
     group by a.account`,
    [line, budgetYear, ...accounts],
  );
  return new Map(rows.map((row) => [row.account, toCents(row.cents)]));
}
