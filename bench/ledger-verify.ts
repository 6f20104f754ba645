import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { callCli } from './cli.js';
import type { LedgerBook } from './ledger-book.js';
import { report, round } from './report.js';

/**
 * `ledger verify` over a million entries, beside SHA-256 over the same bytes: the hashed texts as
 * `ledger export --format jsonl` writes them, each hashed by itself as the chain does.
 */
export async function benchLedgerVerify(book: LedgerBook): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const texts = join(folder, 'buch.jsonl');
    await callCli(['ledger', 'export', '--format', 'jsonl', '--out', texts], book.url);
    const hashing = await hashed(texts);
    const start = await callCli(['ledger', 'seal'], book.url);
    const verify = await callCli(['ledger', 'verify'], book.url);
    const value = verify.ms - start.ms;
    report({
      work: `ledger verify, ${hashing.lines} items, without the start of the console`,
      value: round(value, 0),
      unit: 'ms',
      yardstick: `SHA-256 over the same ${Math.round(hashing.bytes / 2 ** 20)} MiB, each item by itself`,
      yardstickValue: round(hashing.ms, 0),
      ratio: round(value / hashing.ms),
      aim: '<= 4',
    });
    if (verify.peakMiB !== undefined) {
      const yardstickValue = start.peakMiB ?? Number.NaN;
      report({
        ...{ work: 'ledger verify: highest memory', value: verify.peakMiB, unit: 'MiB' },
        ...{ yardstick: 'ledger seal (reads one row)', yardstickValue },
        ...{ ratio: round(verify.peakMiB / yardstickValue), aim: 'flat' },
      });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Reading the file is not counted, only the hashing. */
async function hashed(file: string): Promise<{ ms: number; bytes: number; lines: number }> {
  let [ms, bytes, lines] = [0, 0, 0];
  let batch: string[] = [];
  const hashBatch = (): void => {
    const startedAt = performance.now();
    for (const line of batch) createHash('sha256').update(line).digest('hex');
    ms += performance.now() - startedAt;
    batch = [];
  };
  for await (const line of createInterface({ input: createReadStream(file) })) {
    bytes += line.length;
    lines += 1;
    if (batch.push(line) >= 10_000) hashBatch();
  }
  hashBatch();
  return { ms, bytes, lines };
}
