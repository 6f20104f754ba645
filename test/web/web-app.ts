import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Global, Module, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { LawTables } from '../../src/programmes/law-tables.js';
import { configureHttpApp, httpAdapter } from '../../src/web/http-app.js';
import { WebSettings, type WebSettingsValues } from '../../src/web/shell/web-settings.js';
import { WebModule } from '../../src/web/web.module.js';
import { publishedLaw } from './law.js';

const QUIET = Object.freeze({ logger: false as const, abortOnError: false });

/** The settings of the tests: an example book, assets built beside the compiled tests. */
export function webSettings(changes: Partial<WebSettingsValues> = {}): WebSettings {
  const root = process.cwd();
  return new WebSettings({
    templatesDir: join(root, 'templates'),
    assetsDir: join(root, '.test-build', 'assets'),
    officeName: 'Kreis Unna',
    exampleBook: true,
    officialWebsite: false,
    rateLimitPerMinute: 60_000,
    ...changes,
  });
}

/** Builds style sheet, fonts and icons where they are missing or old. */
export function buildAssets(): void {
  const { assetsDir } = webSettings();
  const { status } = spawnSync(process.execPath, ['scripts/build-assets.mjs', assetsDir], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the assets could not be built');
}

@Global()
@Module({
  providers: [{ provide: LawTables, useFactory: publishedLaw }],
  exports: [LawTables],
})
class LawModule {}

/** The web shell without a book, listening on a free port: fixed pages, calculators, errors. */
export async function startWebApp({
  settings = {},
  controllers = [],
}: {
  readonly settings?: Partial<WebSettingsValues>;
  readonly controllers?: readonly Type[];
} = {}): Promise<NestFastifyApplication> {
  buildAssets();
  @Module({
    imports: [
      LawModule,
      WebModule.forRoot({ provide: WebSettings, useFactory: () => webSettings(settings) }),
    ],
    controllers: [...controllers],
  })
  class TestModule {}

  const app = await NestFactory.create<NestFastifyApplication>(TestModule, httpAdapter(), QUIET);
  await configureHttpApp(app);
  await app.listen(0, '127.0.0.1');
  return app;
}

/** An answer as a test reads it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** Signs of a value that a view lacks; "null" alone is a German word. */
const LACKING = /undefined|NaN|\[object|>\s*null\s*<|="null"/;

/** The first sign that a page prints what its view lacks, with what stands around it. */
export function lacking(body: string): string | undefined {
  const index = body.search(LACKING);
  return index < 0 ? undefined : body.slice(Math.max(0, index - 80), index + 40);
}

/** Asks the running application over HTTP, as a browser does. */
export async function ask(
  app: NestFastifyApplication,
  path: string,
  init: RequestInit = {},
): Promise<Answer> {
  const answer = await fetch((await app.getUrl()) + path, { redirect: 'manual', ...init });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}
