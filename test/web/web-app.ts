import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ACCESS_TABLE } from '../../src/access.table.js';
import { AppModule } from '../../src/app.module.js';
import { AccessTable } from '../../src/identity/access/access-table.js';
import type { AccessRow } from '../../src/identity/access/access.types.js';
import { FixedClock } from '../../src/platform/clock/fixed-clock.js';
import { readConfig, type BookKind } from '../../src/platform/config/app-config.js';
import { OpenBookUseCase } from '../../src/programmes/open-book.use-case.js';
import { configureHttpApp, httpAdapter } from '../../src/web/http-app.js';
import { Visitor, type As } from './visitor.js';
import { TEST_SECRETS_KEY } from '../support/secrets-key.js';
import { addressText, ownDatabase, PRESENT } from '../support/templates.js';

/** The whole product, listening on a free port, with a book of its own at a fixed present. */
export interface WebApp {
  readonly app: NestFastifyApplication;
  readonly clock: FixedClock;
  /** Who asks, unless a request brings a cookie of its own. */
  readonly visitor: Visitor;
  close(): Promise<void>;
}
const QUIET = Object.freeze({ logger: false as const, abortOnError: false });

/**
 * @param environment settings beside the database: { RATE_LIMIT_PER_MINUTE: '2' }
 * @param controllers routes that only the test has, with their rows in the table of rights
 * @param as who has signed in: by default somebody of the office with all its roles
 * @param port where its address has to be known before; absent: a free one
 */
export async function startWebApp({
  environment = {},
  controllers = [],
  rows = [],
  as,
  port = 0,
}: {
  readonly environment?: Readonly<Record<string, string>>;
  readonly controllers?: readonly Type[];
  readonly rows?: readonly AccessRow[];
  readonly as?: As;
  readonly port?: number;
} = {}): Promise<WebApp> {
  const clock = new FixedClock(PRESENT);
  const own =
    'DATABASE_URL' in environment ? undefined : await ownDatabase('sqlite', kindIn(environment));
  const config = readConfig({
    ...(own !== undefined && { DATABASE_URL: addressText(own.address) }),
    SECRETS_KEY: TEST_SECRETS_KEY,
    ...environment,
  });

  const access = new AccessTable([...ACCESS_TABLE.rows, ...rows]);

  @Module({
    imports: [AppModule.forRoot({ config, clock, access })],
    controllers: [...controllers],
  })
  class WebTestModule {}

  const app = await NestFactory.create<NestFastifyApplication>(
    WebTestModule,
    httpAdapter(config.trustedProxy),
    QUIET,
  );
  const visitor = new Visitor(app, as);
  visitor.accompany();
  await configureHttpApp(app);
  await app.get(OpenBookUseCase).execute();
  await app.listen(port, '127.0.0.1');
  await visitor.arrive();
  return {
    app,
    clock,
    visitor,
    close: async () => {
      await app.close();
      await own?.remove();
    },
  };
}

function kindIn({ BOOK }: Readonly<Record<string, string>>): BookKind {
  return BOOK === 'empty' ? 'empty' : 'example';
}
