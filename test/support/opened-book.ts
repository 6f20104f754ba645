import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import { FixedClock } from '../../src/platform/clock/fixed-clock.js';
import { readConfig } from '../../src/platform/config/app-config.js';
import { OpenBookUseCase } from '../../src/programmes/open-book.use-case.js';
import type { OpenedApp } from './open-app.js';
import { addressText, PRESENT, type OwnDatabase } from './templates.js';

/** The wired product over a book that is there, beside whoever else has it open. */
export interface OpenedBook extends Pick<OpenedApp, 'get'> {
  close(): Promise<void>;
}

const QUIET = Object.freeze({ logger: false as const, abortOnError: false });

export async function openBook(own: OwnDatabase): Promise<OpenedBook> {
  const config = readConfig({ DATABASE_URL: addressText(own.address) });
  const clock = new FixedClock(PRESENT);
  const context = await NestFactory.createApplicationContext(
    AppModule.forRoot({ config, clock }),
    QUIET,
  );
  await context.get(OpenBookUseCase).execute();
  return {
    get: (type) => context.get(type as never, { strict: false }),
    close: () => context.close(),
  };
}
