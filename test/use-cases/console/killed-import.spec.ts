import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../../../src/platform/database/engine.js';
import { parseEuro } from '../../../src/domain/money/amount-text.js';
import { toYaml } from '../../../src/programmes/definitions/to-yaml.js';
import { readFolder } from '../../../src/programmes/definitions/definition-folder.js';
import { dumpOf, WITHOUT_FACTS } from '../../support/book-dump.js';
import { startProgram } from '../../support/child-process.js';
import { callConsole } from '../../support/console-call.js';
import { aNotice, aNoticeLine, aPartner, partnersOf } from '../../support/notice-builder.js';
import { addressText, ownDatabase, type OwnDatabase } from '../../support/templates.js';
import { signedIn } from '../../support/signed-in.js';
import { testBook, type TestBook } from '../../support/test-book.js';
import { CONTRACTS } from '../programmes/shipped.js';

/** 18.0 VzÄ at 57,000 €: what a line of a notice is made of. */
const TERM = {
  text: 'Fallmanagement',
  costKind: 'staff',
  quantity: '18',
  unitCents: parseEuro('57.000,00'),
  amountCents: parseEuro('1.026.000,00'),
} as const;

/** What the book imports of the shipped files, as the console is called. */
const SHIPPED = readFolder(CONTRACTS)
  .filter(({ name }) => name.startsWith('contracts/kreis-unna/'))
  .map(({ name }) => join(CONTRACTS, '..', name));

/** Marks of changes, and the trail's chain, which follows a moment after a commit. */
const MOVING = ['change', 'audit_chain', 'audit_unchained'];

describe.each<Engine>(['sqlite', 'postgres'])('a book on %s', (engine) => {
  let own: OwnDatabase;
  let book: TestBook;
  let environment: Record<string, string>;
  const folder = mkdtempSync(join(tmpdir(), 'killed-'));

  beforeAll(async () => {
    own = await ownDatabase(engine, 'migrated');
    book = await testBook(own.address);
    environment = { DATABASE_URL: addressText(own.address), PORT: '0' };
  });
  afterAll(async () => {
    await book.close();
    await own.remove();
    rmSync(folder, { recursive: true });
  });

  const killHalfWay = async (program: 'main' | 'cli', args: string[], at: string) => {
    const half = startProgram(program, args, { ...environment, PAUSE_AT: at });
    await half.printed('half\n');
    await half.kill('SIGKILL');
  };

  it('shows nothing of a start that was killed in the middle of its import', async () => {
    await killHalfWay('main', [], 'positions');
    const rows = await dumpOf(book.writer, WITHOUT_FACTS);
    expect(Object.values(rows).flat()).toEqual([]);
  });

  it('is complete after the next start', async () => {
    const next = startProgram('main', [], environment);
    await next.printed('Das Weiterleitungsbuch läuft');
    const [url = ''] = /http\S+/.exec(next.out()) ?? [];
    const headers = { cookie: await signedIn(url) };
    expect(await (await fetch(url, { headers })).text()).toContain('1.026.000,00');
    await next.kill('SIGTERM');
    const before = await dumpOf(book.writer, MOVING);
    const call = await callConsole(['definitions', 'import', ...SHIPPED, '--json'], environment);
    expect(call).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(call.out)).toMatchObject({ added: [], differing: [] });
    expect(await dumpOf(book.writer, MOVING)).toEqual(before);
  });

  it('is as it was after an import at the console was killed, and takes it in the next time', async () => {
    const partners = join(folder, 'partners.yaml');
    const notice = join(folder, 'notice.yaml');
    writeFileSync(partners, toYaml(partnersOf(aPartner({ id: 'holzwickede-2' }))));
    const line = aNoticeLine({ id: 'kim-2-2023-more', terms: [TERM] });
    writeFileSync(notice, toYaml(aNotice({ id: 'kim-2-2023-more', lines: [line] })));
    const args = ['definitions', 'import', partners, notice];
    const before = await dumpOf(book.writer);
    await killHalfWay('cli', args, 'notice');
    expect(await dumpOf(book.writer)).toEqual(before);
    const next = await callConsole(args, environment);
    expect(next).toEqual({ code: 0, out: '3 neu, 0 unverändert, 0 Abweichungen.\n', err: '' });
  });
});
