import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import { FixedClock } from '../../src/platform/clock/fixed-clock.js';
import { readConfig, type BookKind } from '../../src/platform/config/app-config.js';
import type { DatabaseAddress } from '../../src/platform/config/settings.js';
import { OpenBookUseCase } from '../../src/programmes/open-book.use-case.js';
import { addressText, PRESENT } from './templates.js';

/** Fills a template as the first start of the product does. */
export async function openTemplate(address: DatabaseAddress, kind: BookKind): Promise<void> {
  const config = readConfig({ DATABASE_URL: addressText(address), BOOK: kind });
  const context = await NestFactory.createApplicationContext(
    AppModule.forRoot({ config, clock: new FixedClock(PRESENT) }),
    { logger: false, abortOnError: false },
  );
  await context.get(OpenBookUseCase).execute();
  await context.close();
}
