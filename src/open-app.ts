import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule, type AppOptions } from './app.module.js';
import { SealedFactors } from './identity/second-factor/sealed-factors.js';
import { SystemClock } from './platform/clock/system-clock.js';
import { readConfig } from './platform/config/app-config.js';
import { JsonLogger } from './platform/logging/json-logger.js';
import { OpenBookUseCase } from './programmes/open-book.use-case.js';
import { configureHttpApp, httpAdapter } from './web/http-app.js';

/**
 * The service, ready to listen: database up to date, shipped files taken in, pages and API mounted.
 *
 * @throws ConfigError, BookNotOpened, DefinitionsRefused: each with a German text for the operator
 */
export async function openApp(options: AppOptions = {}): Promise<NestFastifyApplication> {
  const config = options.config ?? readConfig();
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.forRoot({ ...options, config }),
    httpAdapter(config.trustedProxy),
    { logger: new JsonLogger(options.clock ?? new SystemClock()), abortOnError: false },
  );
  try {
    await configureHttpApp(app);
    await app.get(OpenBookUseCase).execute();
    await app.get(SealedFactors).ensureReadable();
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}
