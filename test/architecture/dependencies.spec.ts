import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What we build on is recorded in docs/dependencies; the script that holds both against each other is run here. */

interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
}

interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const LOCK = 'package-lock.json';
const TIME_LIMIT_MS = 60_000;

function check(lock = LOCK): { readonly status: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/list-licences.mjs', '--check', '--lock', lock],
    { encoding: 'utf8', timeout: TIME_LIMIT_MS },
  );
  return { status, said: stdout + stderr };
}

/** What the check says of our lock file with these packages in it too. */
function checkWith(more: Readonly<Record<string, LockedPackage>>): ReturnType<typeof check> {
  const folder = mkdtempSync(join(tmpdir(), 'lock-'));
  try {
    const lock = JSON.parse(readFileSync(LOCK, 'utf8')) as Lock;
    const changed = join(folder, LOCK);
    writeFileSync(changed, JSON.stringify({ ...lock, packages: { ...lock.packages, ...more } }));
    return check(changed);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the dependencies', () => {
  it('have licences that fit, no script of their own and no known advisory, and are all recorded', () => {
    const { status, said } = check();
    expect(said).toMatch(/^\d+ packages, 0 findings\n/);
    expect(status).toBe(0);
  });

  it.each([
    ['that nobody recorded', { version: '1.0.0', license: 'MIT' }, /is not what is installed/],
    [
      'with a licence that no rule allows',
      { version: '1.0.0', license: 'GPL-3.0-only' },
      /GPL-3.0-only/,
    ],
    [
      'whose licence is for development only',
      { version: '1.0.0', license: 'MPL-2.0' },
      /MPL-2.0.*to ship/,
    ],
    [
      'with a licence that must fit besides',
      { version: '1.0.0', license: 'MIT AND GPL-3.0-only' },
      /GPL/,
    ],
    ['without a licence', { version: '1.0.0' }, /newcomer 1.0.0 names no licence/],
    [
      'with a script that nobody switched off',
      { version: '1.0.0', license: 'MIT', hasInstallScript: true },
      /newcomer runs a script/,
    ],
  ] as const)('do not take in a package %s', (_, newcomer, sentence) => {
    const { status, said } = checkWith({ 'node_modules/newcomer': newcomer });
    expect(said).toMatch(sentence);
    expect(status).toBe(1);
  });

  it.each([
    ['fastify', '5.12.1', /fastify 5\.12\.1 has .* mended in 5\.12\.2/],
    ['js-yaml', '3.15.1', /js-yaml 3\.15\.1 has CVE-2026-84375/],
    ['js-yaml', '5.2.1', /js-yaml 5\.2\.1 has GHSA-pm4m-ph32-ghv5/],
    ['nodemailer', '8.0.11', /nodemailer 8\.0\.11 has GHSA-p6gq-j5cr-w38f/],
  ])('do not go back to %s %s, on which an advisory is known', (name, version, sentence) => {
    const { status, said } = checkWith({
      [`node_modules/elsewhere/node_modules/${name}`]: { version, license: 'MIT' },
    });
    expect(said).toMatch(sentence);
    expect(status).toBe(1);
  });
});
