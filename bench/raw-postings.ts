import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const TABLES = `
  create table entry (sequence integer primary key, id text not null unique, effective_on text not null,
    text text not null, previous_hash text not null, hash text not null);
  create table posting (entry_id text not null, line integer not null, account text not null,
    cents integer not null, primary key (entry_id, line)) without rowid`;
const ID_LENGTH = 26;

/**
 * The yardstick of a posting: two postings, an entry and its hash, written by a loop with prepared
 * statements, as durable as ours (WAL, synchronous=FULL). No HTTP, no rules, no triggers, no keys.
 */
export class RawPostings {
  private readonly database: Database.Database;
  private readonly begin;
  private readonly commit;
  private readonly entry;
  private readonly posting;
  private sequence = 0;
  private hash = '0'.repeat(64);

  constructor(folder: string) {
    this.database = new Database(join(folder, 'raw.sqlite'));
    this.database.pragma('journal_mode = WAL');
    this.database.pragma('synchronous = FULL');
    this.database.exec(TABLES);
    this.begin = this.database.prepare('begin immediate');
    this.commit = this.database.prepare('commit');
    this.entry = this.database.prepare('insert into entry values (?, ?, ?, ?, ?, ?)');
    this.posting = this.database.prepare('insert into posting values (?, ?, ?, ?)');
  }

  /** @returns transactions per second, of which `group` share one commit */
  perSecond(group: number, ms: number): number {
    const startedAt = performance.now();
    const first = this.sequence;
    while (performance.now() - startedAt < ms) this.enter(group);
    return ((this.sequence - first) * 1000) / (performance.now() - startedAt);
  }

  /** One durable commit of so many. */
  enter(count: number): void {
    this.begin.run();
    for (let turn = 0; turn < count; turn += 1) this.post();
    this.commit.run();
  }

  close(): void {
    this.database.close();
  }

  private post(): void {
    this.sequence += 1;
    const id = String(this.sequence).padStart(ID_LENGTH, '0');
    const [day, text, account] = ['2026-01-15', `Messung ${this.sequence}`, 'advances'];
    const previousHash = this.hash;
    const content = { id, day, text, account, previousHash, postings: [10_000, -10_000] };
    this.hash = createHash('sha256').update(JSON.stringify(content)).digest('hex');
    this.posting.run(id, 1, account, 10_000);
    this.posting.run(id, 2, 'in-transit', -10_000);
    this.entry.run(this.sequence, id, day, text, previousHash, this.hash);
  }
}
