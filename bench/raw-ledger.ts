import Database from 'better-sqlite3';
import {
  assignmentId,
  assignmentText,
  chainHash,
  entryText,
} from '../src/ledger/chain/content.rules.js';
import type { PlainDate } from '../src/domain/calendar/plain-date.js';
import type { Instant } from '../src/domain/calendar/instant.js';
import type { Dimensions } from '../src/ledger/ledger.types.js';

const ID_LENGTH = 26;
const DAY = '2026-01-15' as PlainDate;
const ACTORS = '{"entered":"system:bench"}';
const ACCOUNTS = ['advances', 'in-transit'] as const;
const CENTS = [10_000, -10_000] as const;

const STATEMENTS = {
  begin: 'begin immediate',
  commit: 'commit',
  assignment: `insert into ledger_assignment values (?, ?, 0, '', '', ?, '', '', ?, '', '')`,
  command: `insert into command (key, actor, route, content_hash, result_id, recorded_at)
    values (?, 'system:bench', 'bench', ?, ?, ?)`,
  postings: `insert into ledger_posting values (?, 1, ?, ?, ?), (?, 2, ?, ?, ?)`,
  entry: `insert into ledger_entry values (?, 1, ?, 'adjustment', 'bench:1', ?, ?, ?, null, 2)`,
  chain: `insert into ledger_chain values (?, 'entry', ?, ?, ?, ?)`,
  chained: 'delete from ledger_unchained where item_id = ?',
  mark: 'insert into change (id) values (?)',
} as const;

interface Line {
  readonly ids: readonly [string, string];
  readonly texts: readonly ReturnType<typeof assignmentText>[];
}

/**
 * The very transactions of our service, by a loop: the rows of a command into the tables of a book
 * with their triggers, keys and indexes, hashed as the chain does. No HTTP, no rules.
 */
export class RawLedger {
  private readonly database: Database.Database;
  private readonly run: Record<keyof typeof STATEMENTS, Database.Statement>;
  private readonly lines: readonly Line[];
  private turn = 0;
  private head: { readonly sequence: number; readonly at: Instant; readonly hash: string };

  /** @param file of an opened book that nobody else has open */
  constructor(file: string, lines: number) {
    this.database = new Database(file);
    this.database.pragma('journal_mode = WAL');
    this.database.pragma('synchronous = FULL');
    this.run = Object.fromEntries(
      Object.entries(STATEMENTS).map(([name, sql]) => [name, this.database.prepare(sql)]),
    ) as typeof this.run;
    this.lines = Array.from({ length: lines }, (_, index) => this.line(index));
    this.head = this.database
      .prepare(
        'select sequence, recorded_at as at, hash from ledger_chain order by sequence desc limit 1',
      )
      .get() as typeof this.head;
  }

  /** @returns transactions per second, of which `group` share one commit */
  perSecond(group: number, ms: number): number {
    const startedAt = performance.now();
    const first = this.turn;
    while (performance.now() - startedAt < ms) {
      this.run.begin.run();
      for (let turn = 0; turn < group; turn += 1) this.post();
      this.run.mark.run(idOf(this.turn));
      this.run.commit.run();
    }
    return ((this.turn - first) * 1000) / (performance.now() - startedAt);
  }

  close(): void {
    this.database.close();
  }

  private line(index: number): Line {
    const [allocationLine, budgetYear] = [`line-${index}`, 2026];
    const dimensions: Dimensions = { budgetYear, allocationLine };
    const ids = ACCOUNTS.map((account) => assignmentId(account, dimensions));
    for (const [place, account] of ACCOUNTS.entries()) {
      this.run.assignment.run(ids[place], account, budgetYear, allocationLine);
    }
    const texts = ACCOUNTS.map((account) => assignmentText(account, dimensions));
    return { ids: ids as [string, string], texts };
  }

  private post(): void {
    this.turn += 1;
    const id = idOf(this.turn);
    const [key, text] = [`bench-${this.turn}`, `Messung ${this.turn}`];
    const line = this.lines[this.turn % this.lines.length];
    if (line === undefined) throw new Error('no lines');
    const [debit, credit] = line.ids;
    const { at, hash: previousHash } = this.head;
    this.run.command.run(key, previousHash, id, at);
    this.run.postings.run(id, debit, DAY, CENTS[0], id, credit, DAY, CENTS[1]);
    this.run.entry.run(id, DAY, text, ACTORS, key);
    const sequence = this.head.sequence + 1;
    const place = { sequence, recordedAt: at, previousHash };
    const hash = chainHash(contentOf(id, key, text, line), place);
    this.run.chain.run(sequence, id, at, previousHash, hash);
    this.run.chained.run(id);
    this.head = { sequence, at, hash };
  }
}

function contentOf(id: string, commandKey: string, text: string, { texts }: Line): string {
  const entry = { id, format: 1, effectiveOn: DAY, kind: 'adjustment', subject: 'bench:1', text };
  const postings = texts.map((assignment, place) => ({
    assignment,
    cents: BigInt(CENTS[place] ?? 0),
  }));
  return entryText({ ...entry, actors: ACTORS, commandKey, reverses: null }, postings);
}

function idOf(turn: number): string {
  return String(turn).padStart(ID_LENGTH, '0');
}
