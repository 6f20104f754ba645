import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './postgres-server.js';
import { makeTemplates, type Templates } from './templates.js';

/** What lives as long as the run; kept on `globalThis`, where the teardown finds it. */
export interface TestRun {
  readonly templates: Templates;
  /** Goes with the run, also when it is killed, if its PostgreSQL is our own. */
  readonly folder: string;
  stopServer(): Promise<void>;
}

/** Starts PostgreSQL, unless TEST_POSTGRES_URL names a server, and makes the templates. */
export default async function setUp(): Promise<void> {
  const server = await serverOfRun();
  const templates = await makeTemplates(server.url, server.folder);
  process.env['TEST_POSTGRES_URL'] = templates.postgresUrl;
  process.env['TEST_POSTGRES_TEMPLATE'] = templates.postgresName;
  process.env['TEST_SQLITE_TEMPLATE'] = templates.sqliteFile;
  const testRun: TestRun = { templates, folder: server.folder, stopServer: server.stop };
  Object.assign(globalThis, { testRun });
}

interface ServerOfRun {
  readonly url: string;
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

async function serverOfRun(): Promise<ServerOfRun> {
  const url = process.env['TEST_POSTGRES_URL'];
  if (url === undefined) {
    const server = await startPostgres();
    return { ...server, stop: () => server.stop() };
  }
  const folder = mkdtempSync(join(tmpdir(), 'weiterleitungsbuch-'));
  return { url, folder, stop: () => Promise.resolve() };
}
