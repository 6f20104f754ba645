import { randomBytes } from 'node:crypto';
import { booksFolder } from './books-folder.js';
import { buildAssets } from './build-assets.js';
import { openTemplate } from './open-template.js';
import { startPostgres } from './postgres-server.js';
import { makeTemplates, type Templates } from './templates.js';

/** What lives as long as the run; kept on `globalThis`, where the teardown finds it. */
export interface TestRun {
  readonly templates: Templates;
  /** Goes with the run, also when it is killed, if its PostgreSQL is our own. */
  readonly folder: string;
  stopServer(): Promise<void>;
}

/** Starts PostgreSQL, unless TEST_POSTGRES_URL names a server, makes the templates and the assets. */
export default async function setUp(): Promise<void> {
  const server = await serverOfRun();
  const templates: Templates = {
    postgresUrl: server.url,
    postgresPrefix: `template_${randomBytes(6).toString('hex')}_`,
    sqliteFolder: server.folder,
  };
  buildAssets();
  await makeTemplates(templates, openTemplate);
  process.env['TEST_POSTGRES_URL'] = templates.postgresUrl;
  process.env['TEST_POSTGRES_TEMPLATES'] = templates.postgresPrefix;
  process.env['TEST_SQLITE_TEMPLATES'] = templates.sqliteFolder;
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
  return { url, folder: booksFolder(), stop: () => Promise.resolve() };
}
