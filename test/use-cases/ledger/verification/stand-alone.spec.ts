import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentsOf } from '../../../../src/ledger/chain/chain-items.js';
import type { ItemKind } from '../../../../src/ledger/tables/chain.entity.js';
import { canonicalJson } from '../../../../src/platform/database/canonical-json.js';
import { appOnEachDatabase, type OpenedApp } from '../../../support/open-app.js';
import { enterSampleLedger } from '../../../support/sample-ledger.js';

const SCRIPT = 'scripts/verify-chain.mjs';

interface Call {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function verify(file: string): Promise<Call> {
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, file], (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

it('is a script of at most 40 lines that imports nothing of the product', () => {
  const lines = readFileSync(SCRIPT, 'utf8').trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(40);
  const imports = lines.flatMap((line) => /^import .* from '(.+)'/.exec(line)?.[1] ?? []);
  expect(imports).toEqual(['node:crypto', 'node:fs']);
});

appOnEachDatabase({}, (app) => {
  const folder = mkdtempSync(join(tmpdir(), 'chain-'));
  const file = join(folder, 'buch.jsonl');
  let lines: readonly string[];

  beforeAll(async () => {
    await enterSampleLedger(app());
    lines = await linesOf(app());
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const verifyLines = (changed: readonly string[]): Promise<Call> => {
    writeFileSync(file, changed.map((line) => `${line}\n`).join(''));
    return verify(file);
  };
  const withLine = (index: number, line: string): Promise<Call> =>
    verifyLines(lines.with(index, line));

  it('proves an exported book and prints count and head', async () => {
    const { hash } = JSON.parse(lines.at(-1) ?? '') as { hash: string };
    const out = `${lines.length} Glieder, letzter Hash ${hash}\n`;
    expect(await verifyLines(lines)).toEqual({ code: 0, out, err: '' });
  });

  it('names the first line that was changed', async () => {
    const at = lines.length - 3;
    const call = await withLine(at, lines[at]?.replace(/"text":"[^"]/, '"text":"?') ?? '');
    expect(call).toMatchObject({ code: 1, out: '' });
    expect(call.err).toMatch(new RegExp(`^Zeile ${at + 1}: der Inhalt hat den Hash `));
  });

  it('finds a missing, a swapped and a broken-off line', async () => {
    expect(await verifyLines(lines.toSpliced(5, 1))).toMatchObject({ code: 1 });
    const [one = '', other = ''] = lines.slice(5, 7);
    expect(await verifyLines(lines.with(5, other).with(6, one))).toMatchObject({ code: 1 });
    writeFileSync(file, lines.join('\n').slice(0, -40));
    expect(await verify(file)).toMatchObject({ code: 1 });
  });
});

/** The book as JSON lines: each link with its content and hash. */
async function linesOf({ reader }: OpenedApp): Promise<readonly string[]> {
  const rows = await reader.all<{
    sequence: string | number;
    item_kind: ItemKind;
    item_id: string;
    recorded_at: string;
    previous_hash: string;
    hash: string;
  }>('select * from ledger_chain order by sequence');
  const contents = await contentsOf(
    reader,
    rows.map(({ item_id: id, item_kind: kind }) => ({ id, kind })),
  );
  return rows.map((row) =>
    canonicalJson({
      content: JSON.parse(contents.get(row.item_id) ?? '') as unknown,
      ...{ previousHash: row.previous_hash, recordedAt: row.recorded_at, hash: row.hash },
      sequence: Number(row.sequence),
    }),
  );
}
