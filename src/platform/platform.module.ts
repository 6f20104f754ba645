import { Module, type DynamicModule } from '@nestjs/common';
import { BookChecks } from './checks/book-check.js';
import { Clock } from './clock/clock.js';
import { SystemClock } from './clock/system-clock.js';
import { AppConfig, readConfig } from './config/app-config.js';
import { DatabaseModule, type DatabaseModuleOptions } from './database/database.module.js';
import { Book } from './database/book.js';
import { Ids } from './ids/ids.js';
import { Mailer } from './mail/mailer.js';
import { SmtpMailer } from './mail/smtp-mailer.js';
import { Secrets } from './secrets/secrets.js';

export interface PlatformModuleOptions extends DatabaseModuleOptions {
  /** Absent: read from the environment. */
  readonly config?: AppConfig;
  /** Absent: the clock of the machine. */
  readonly clock?: Clock;
}

/** Settings, clock, ids, secrets and database: what every module may ask for. */
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformModuleOptions): DynamicModule {
    return {
      module: PlatformModule,
      global: true,
      imports: [DatabaseModule.forRoot(options)],
      providers: [
        { provide: AppConfig, useFactory: () => options.config ?? readConfig() },
        { provide: Clock, useFactory: () => options.clock ?? new SystemClock() },
        Ids,
        {
          provide: Mailer,
          inject: [AppConfig, Book],
          useFactory: (config: AppConfig, book: Book) => new SmtpMailer(config, book),
        },
        BookChecks,
        Secrets,
      ],
      exports: [AppConfig, Clock, Ids, Mailer, BookChecks, Secrets],
    };
  }
}
