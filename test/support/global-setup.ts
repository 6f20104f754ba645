import { startPostgres, type PostgresServer } from './postgres-server.js';
import { makeTemplates, type Templates } from './templates.js';

/** What lives as long as the run; kept on `globalThis`, where the teardown finds it. */
export interface TestRun {
  readonly server: PostgresServer | undefined;
  readonly templates: Templates;
}

/** Starts PostgreSQL, unless TEST_POSTGRES_URL names a server, and makes the templates. */
export default async function setUp(): Promise<void> {
  const named = process.env['TEST_POSTGRES_URL'];
  const server = named === undefined ? await startPostgres() : undefined;
  const templates = await makeTemplates(named ?? server?.url ?? '');
  process.env['TEST_POSTGRES_URL'] = templates.postgresUrl;
  process.env['TEST_POSTGRES_TEMPLATE'] = templates.postgresName;
  process.env['TEST_SQLITE_TEMPLATE'] = templates.sqliteFile;
  Object.assign(globalThis, { testRun: { server, templates } satisfies TestRun });
}
