import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { FixedClock } from '../../src/platform/clock/fixed-clock.js';
import { readConfig } from '../../src/platform/config/app-config.js';
import { OpenBookUseCase } from '../../src/programmes/open-book.use-case.js';
import { configureHttpApp, httpAdapter } from '../../src/web/http-app.js';

/** The whole product, listening on a free port, with a book of its own at a fixed present. */
export interface WebApp {
  readonly app: NestFastifyApplication;
  readonly clock: FixedClock;
  close(): Promise<void>;
}

/** After the last year that the example book covers. */
const PRESENT = '2026-03-02T08:00:00.000Z';
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
  buildAssets();
  const folder = mkdtempSync(join(tmpdir(), 'buch-'));
  const clock = new FixedClock(PRESENT);
  const config = readConfig({
    DATABASE_URL: `sqlite:${join(folder, 'buch.sqlite')}`,
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
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Builds style sheet, fonts and icons where they are missing or old. */
export function buildAssets(): void {
  const { status } = spawnSync(process.execPath, ['scripts/build-assets.mjs'], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the assets could not be built');
}
