import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runTool } from './tools.js';

const TABLES = `
  create table if not exists raw_entry (id varchar(26) primary key, effective_on date not null,
    text text not null, hash varchar(64) not null);
  create table if not exists raw_posting (entry_id varchar(26) not null, line integer not null,
    account varchar(32) not null, cents bigint not null, primary key (entry_id, line))`;

/** Two postings, an entry and a hash. */
const SCRIPT = String.raw`
\set id random(1, 9000000000000000000)
begin;
insert into raw_posting values
  (cast(:id as text), 1, 'advances', 10000), (cast(:id as text), 2, 'in-transit', -10000);
insert into raw_entry values (cast(:id as text), '2026-01-15', 'Messung',
  encode(sha256(convert_to(cast(:id as text) || 'Messung', 'UTF8')), 'hex'));
commit;
`;

/** Transactions per second of pgbench on the same server. */
export async function pgbenchPerSecond(
  databaseUrl: string,
  clients: number,
  seconds: number,
): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(TABLES);
  await client.end();
  const folder = mkdtempSync(join(tmpdir(), 'pgbench-'));
  try {
    const script = join(folder, 'posting.sql');
    writeFileSync(script, SCRIPT);
    const counts = ['-c', String(clients), '-j', '1', '-T', String(seconds)];
    const { hostname, port, username, pathname } = new URL(databaseUrl);
    const server = ['-h', hostname, '-p', port, '-U', username, pathname.slice(1)];
    const out = runTool('pgbench', ['-n', '-M', 'prepared', ...counts, '-f', script, ...server]);
    return Number(/^tps = ([\d.]+)/m.exec(out)?.[1]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
