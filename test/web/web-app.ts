import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { configureHttpApp, httpAdapter } from '../../src/web/http-app.js';
import { WebSettings } from '../../src/web/shell/web-settings.js';
import { WebModule } from '../../src/web/web.module.js';

/** The settings of the tests: an example book, assets built beside the compiled tests. */
export function webSettings(changes: Partial<WebSettings> = {}): WebSettings {
  const root = process.cwd();
  return {
    templatesDir: join(root, 'templates'),
    assetsDir: join(root, '.test-build', 'assets'),
    officeName: 'Kreis Unna',
    exampleBook: true,
    officialWebsite: false,
    rateLimitPerMinute: 60_000,
    ...changes,
  };
}

/** Builds style sheet, fonts and icons where they are missing or old. */
export function buildAssets(): void {
  const { assetsDir } = webSettings();
  const { status } = spawnSync(process.execPath, ['scripts/build-assets.mjs', assetsDir], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the assets could not be built');
}

/** The web shell without a book: fixed pages, calculators, errors. */
export async function startWebApp({
  settings = {},
  controllers = [],
}: {
  readonly settings?: Partial<WebSettings>;
  readonly controllers?: readonly Type[];
} = {}): Promise<NestFastifyApplication> {
  buildAssets();
  @Module({
    imports: [WebModule.forRoot({ provide: WebSettings, useFactory: () => webSettings(settings) })],
    controllers: [...controllers],
  })
  class TestModule {}

  const app = await NestFactory.create<NestFastifyApplication>(TestModule, httpAdapter(), {
    logger: false,
    abortOnError: false,
  });
  await configureHttpApp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
