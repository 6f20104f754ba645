import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callCli } from './cli.js';
import { entriesOr, ledgerBook } from './ledger-book.js';
import { report, round } from './report.js';
import { hasTool, runTool } from './tools.js';

const ENTRIES = entriesOr(100_000);
const MEMORY_AIM_MB = 300;
/**
 * What an import of entries fills, and how its rows are taken out. The shell reads an absent value
 * as an empty text: in the unique column `reverses` each entry stands for itself.
 */
const ROWS: Readonly<Record<string, string>> = {
  ledger_assignment: '*',
  ledger_entry: 'id, format, effective_on, kind, subject, text, actors, command_key, id, postings',
  ledger_posting: '*',
  ledger_balance: '*',
  ledger_chain: '*',
};
const TABLES = Object.keys(ROWS);

/**
 * `ledger import` of 100,000 entries into a new book, beside the sqlite3 shell's `.import` of the
 * very rows that it writes, into tables with the same indexes, without triggers and hashes.
 */
export async function benchLedgerImport(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const source = await ledgerBook(ENTRIES);
  try {
    const lines = join(folder, 'buch.jsonl');
    await callCli(['ledger', 'export', '--format', 'jsonl', '--out', lines], source.url);
    const file = join(folder, 'neu.sqlite');
    const url = `sqlite:${file}`;
    await callCli(['ledger', 'seal'], url);
    const start = await callCli(['ledger', 'seal'], url);
    const first = await callCli(['ledger', 'import', lines], url);
    const again = await callCli(['ledger', 'import', lines], url);
    tell(first.ms - start.ms, hasTool('sqlite3') ? shellImportMs(folder, file) : undefined);
    report({ work: 'the same file again', value: round(again.ms - start.ms, 0), unit: 'ms' });
    if (first.peakMiB !== undefined) {
      const work = 'bulk import: highest memory';
      report({ work, value: first.peakMiB, unit: 'MiB', aim: `< ${MEMORY_AIM_MB}` });
    }
  } finally {
    source.remove();
    rmSync(folder, { recursive: true });
  }
}

function tell(value: number, yardstickValue: number | undefined): void {
  report({
    work: `bulk import of ${ENTRIES} entries, without the start of the console`,
    value: round(value, 0),
    unit: 'ms',
    ...(yardstickValue !== undefined && {
      yardstick: 'sqlite3 .import of the same rows, same indexes',
      yardstickValue: round(yardstickValue, 0),
      ratio: round(value / yardstickValue),
      aim: '<= 3',
    }),
  });
}

/** Takes the rows of the filled book out as CSV, and back into a file with the same tables. */
function shellImportMs(folder: string, file: string): number {
  const csv = (table: string): string => join(folder, `${table}.csv`);
  const names = TABLES.map((table) => `'${table}'`).join(', ');
  const schema = runTool(
    'sqlite3',
    ['-readonly', file],
    [
      `select sql || ';' from sqlite_master where tbl_name in (${names})
        and type in ('table', 'index') and sql is not null order by type desc;`,
      '.mode csv',
      ...TABLES.flatMap((table) => [
        `.output ${csv(table)}`,
        `select ${ROWS[table] ?? '*'} from ${table};`,
      ]),
    ].join('\n'),
  );
  const target = join(folder, 'shell.sqlite');
  const prepare = `pragma journal_mode = wal; pragma synchronous = full;\n`;
  runTool('sqlite3', [target], prepare + schema);
  const startedAt = performance.now();
  const imports = TABLES.map((table) => `.import --csv ${csv(table)} ${table}`);
  runTool(
    'sqlite3',
    [target],
    ['pragma synchronous = full;', 'begin;', ...imports, 'commit;'].join('\n'),
  );
  return performance.now() - startedAt;
}
