import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { FixedClock } from '../../src/platform/clock/fixed-clock.js';
import { readConfig, type BookKind } from '../../src/platform/config/app-config.js';
import { OpenBookUseCase } from '../../src/programmes/open-book.use-case.js';
import { configureHttpApp, httpAdapter } from '../../src/web/http-app.js';
import { addressText, ownDatabase, PRESENT } from '../support/templates.js';

/** The whole product, listening on a free port, with a book of its own at a fixed present. */
export interface WebApp {
  readonly app: NestFastifyApplication;
  readonly clock: FixedClock;
  close(): Promise<void>;
}
const QUIET = Object.freeze({ logger: false as const, abortOnError: false });

/**
 * @param environment settings beside the database: { RATE_LIMIT_PER_MINUTE: '2' }
 * @param controllers routes that only the test has
 */
export async function startWebApp({
  environment = {},
  controllers = [],
}: {
  readonly environment?: Readonly<Record<string, string>>;
  readonly controllers?: readonly Type[];
} = {}): Promise<WebApp> {
  const clock = new FixedClock(PRESENT);
  const own =
    'DATABASE_URL' in environment ? undefined : await ownDatabase('sqlite', kindIn(environment));
  const config = readConfig({
    ...(own !== undefined && { DATABASE_URL: addressText(own.address) }),
    ...environment,
  });

  @Module({ imports: [AppModule.forRoot({ config, clock })], controllers: [...controllers] })
  class WebTestModule {}

  const app = await NestFactory.create<NestFastifyApplication>(WebTestModule, httpAdapter(), QUIET);
  await configureHttpApp(app);
  await app.init();
  await app.get(OpenBookUseCase).execute();
  await app.listen(0, '127.0.0.1');
  return {
    app,
    clock,
    close: async () => {
      await app.close();
      await own?.remove();
    },
  };
}

function kindIn({ BOOK }: Readonly<Record<string, string>>): BookKind {
  return BOOK === 'empty' ? 'empty' : 'example';
}
