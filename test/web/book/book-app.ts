import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Clock } from '../../../src/platform/clock/clock.js';
import { FixedClock } from '../../../src/platform/clock/fixed-clock.js';
import { BookPages } from '../../../src/web/book/book-pages.js';
import { BookSource } from '../../../src/web/book/book-source.js';
import { ContractsController } from '../../../src/web/contracts/contracts.controller.js';
import { EntitlementsController } from '../../../src/web/entitlements/entitlements.controller.js';
import { configureHttpApp, httpAdapter } from '../../../src/web/http-app.js';
import { NoticesController } from '../../../src/web/notices/notices.controller.js';
import { PositionsController } from '../../../src/web/positions/positions.controller.js';
import { WebSettings } from '../../../src/web/shell/web-settings.js';
import { WebModule } from '../../../src/web/web.module.js';
import { buildAssets, webSettings } from '../web-app.js';
import { ShippedSource } from './shipped-source.js';

/** The pages of the book over the shipped book, on 21.11.2026. */
export async function startBookApp(): Promise<NestFastifyApplication> {
  buildAssets();
  const settings = { provide: WebSettings, useFactory: () => webSettings() };
  @Module({
    imports: [WebModule.forRoot(settings)],
    controllers: [
      NoticesController,
      ContractsController,
      PositionsController,
      EntitlementsController,
    ],
    providers: [
      settings,
      BookPages,
      { provide: BookSource, useClass: ShippedSource },
      { provide: Clock, useFactory: () => new FixedClock('2026-11-21T09:00:00.000Z') },
    ],
  })
  class BookAppModule {}

  const app = await NestFactory.create<NestFastifyApplication>(BookAppModule, httpAdapter(), {
    logger: ['error'],
    abortOnError: false,
  });
  await configureHttpApp(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return app;
}
