import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../../src/platform/database/engine.js';
import { callConsole, callProgram } from '../../support/console-call.js';
import { addressText, ownDatabase, type OwnDatabase } from '../../support/templates.js';
import { testBook } from '../../support/test-book.js';

describe.each<Engine>(['sqlite', 'postgres'])(
  'the console over an example book on %s',
  (engine) => {
    let own: OwnDatabase;
    const folder = mkdtempSync(join(tmpdir(), 'seals-'));
    const seal = join(folder, 'siegel.json');
    const call = (...args: string[]) =>
      callConsole(['ledger', ...args], { DATABASE_URL: addressText(own.address) });

    beforeAll(async () => {
      own = await ownDatabase(engine, 'example');
    });
    afterAll(async () => {
      await own.remove();
      rmSync(folder, { recursive: true });
    });

    it('seals the book into a file, once', async () => {
      const { code, out } = await call('seal', '--out', seal);
      expect({ code, out }).toEqual({
        code: 0,
        out: expect.stringContaining('Siegel vom') as string,
      });
      const { hash } = JSON.parse(readFileSync(seal, 'utf8')) as { hash: string };
      expect(out).toContain(hash);
      const again = await call('seal', '--out', seal);
      expect(again.code).toBe(2);
      expect(again.err).toContain('ein Siegel wird nicht überschrieben');
    });

    it('ends with 0 when nothing is to be found', async () => {
      const { code, out } = await call('verify', '--seal', seal);
      expect({ code, out }).toEqual({
        code: 0,
        out: expect.stringMatching(/^In Ordnung/) as string,
      });
      expect(out.trimEnd().split('\n').at(-1)).toBe('Das Buch ist in Ordnung.');
    });

    it('reads a seal that an editor has saved anew', async () => {
      const saved = join(folder, 'gespeichert.json');
      writeFileSync(saved, `\ufeff${readFileSync(seal, 'utf8').replaceAll('\n', '\r\n')}`);
      expect(await call('verify', '--seal', saved)).toMatchObject({ code: 0 });
    });

    it('exports what the stand-alone script proves, with the head that the seal names', async () => {
      const file = join(folder, 'buch.jsonl');
      expect(await call('export', '--format', 'jsonl', '--out', file)).toMatchObject({ code: 0 });
      const out = execFileSync(process.execPath, ['scripts/verify-chain.mjs', file]).toString();
      const { count, hash } = JSON.parse(readFileSync(seal, 'utf8')) as {
        count: number;
        hash: string;
      };
      expect(out).toBe(`${count} Glieder, letzter Hash ${hash}\n`);
    });

    it('ends with 2 and the usage when it is called wrongly', async () => {
      const text = join(folder, 'text.json');
      writeFileSync(text, '{}');
      for (const args of [
        ['--seal'],
        ['--seal', text],
        ['--seal', 'gibt-es-nicht'],
        ['x'],
        ['--x'],
        ['x', '--seal', text],
        ['--json', '--seal'],
      ]) {
        const { code, out, err } = await call('verify', ...args);
        expect({ args, code, out }).toEqual({ args, code: 2, out: '' });
        expect(err).toContain('Aufruf: ledger verify');
      }
    });

    it('ends with 1, names the first that breaks, and tells the same as JSON', async () => {
      const book = await testBook(own.address);
      await book.writer.query(`insert into ledger_period (id) values ('2031-01')`);
      await book.close();
      const environment = { DATABASE_URL: addressText(own.address) };
      const { code, out } = await callProgram(['ledger', 'verify'], environment);
      expect(code).toBe(1);
      expect(out).toContain('Das Buch ist NICHT in Ordnung: ein Befund.');
      expect(out).toContain('Erster Befund: Monat 2031-01');
      const json = await call('verify', '--json');
      expect(json.code).toBe(1);
      expect(JSON.parse(json.out)).toMatchObject({
        sound: false,
        first: { place: 'Monat 2031-01', expected: 'hat Buchungen', found: 'hat keine' },
      });
    });
  },
);

describe('the console over a book that cannot be opened', () => {
  it('says why in one sentence', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kein-buch-'));
    const file = join(folder, 'brief.sqlite');
    writeFileSync(file, 'Das ist kein Buch, sondern ein Brief. '.repeat(200));
    const { code, out, err } = await callProgram(['ledger', 'verify'], {
      DATABASE_URL: `sqlite:${file}`,
    });
    rmSync(folder, { recursive: true });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toBe(
      `Das Buch unter „sqlite:${file}“ lässt sich nicht öffnen: die Datei ist kein SQLite-Buch.\n`,
    );
  });
});
