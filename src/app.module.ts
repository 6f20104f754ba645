import { Global, Module, type DynamicModule } from '@nestjs/common';
import { join } from 'node:path';
import { AmendmentsModule } from './amendments/amendments.module.js';
import { ACCESS_TABLE } from './access.table.js';
import { AUDITED_FACTS } from './audited-facts.js';
import { ENTITIES, MIGRATIONS, REFUSALS } from './app.entities.js';
import { CalculationsModule } from './calculations/calculations.module.js';
import { ContractsModule } from './contracts/contracts.module.js';
import type { DomainError } from './domain/errors/domain-error.js';
import { GrantsModule } from './grants/grants.module.js';
import type { Clock } from './platform/clock/clock.js';
import { AppConfig } from './platform/config/app-config.js';
import { projectRoot } from './platform/config/project-root.js';
import { Book } from './platform/database/book.js';
import { PlatformModule } from './platform/platform.module.js';
import type { AccessTable } from './identity/access/access-table.js';
import { IdentityModule } from './identity/identity.module.js';
import { LedgerModule } from './ledger/ledger.module.js';
import { PositionsModule } from './positions/positions.module.js';
import { RefusalWording } from './programmes/definition-import.js';
import { ProgrammesModule } from './programmes/programmes.module.js';
import { TakeOverModule } from './take-over/take-over.module.js';
import { sentenceFor } from './web/messages/messages.js';
import { WebSettings } from './web/shell/web-settings.js';
import { WebModule } from './web/web.module.js';

/** What a test may put in the place of environment and present. */
export interface AppOptions {
  readonly config?: AppConfig;
  readonly clock?: Clock;
  /** The rights of all routes; a test may add routes of its own. */
  readonly access?: AccessTable;
}

/** The console tells a refusal in the same words as a page. */
class GermanWording extends RefusalWording {
  describe({ code, facts }: DomainError): string {
    return sentenceFor(code, facts).detail;
  }
}

@Global()
@Module({
  providers: [{ provide: RefusalWording, useClass: GermanWording }],
  exports: [RefusalWording],
})
class WordingModule {}

/** The whole product, wired. Modules know those below them; only this file knows all. */
@Module({})
export class AppModule {
  static forRoot({ access = ACCESS_TABLE, ...options }: AppOptions = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot({
          entities: ENTITIES,
          migrations: MIGRATIONS,
          refusals: REFUSALS,
          ...options,
        }),
        IdentityModule.forRoot(access, AUDITED_FACTS),
        WordingModule,
        ProgrammesModule,
        LedgerModule,
        CalculationsModule,
        GrantsModule,
        ContractsModule,
        PositionsModule,
        TakeOverModule,
        AmendmentsModule,
        WebModule.forRoot({
          provide: WebSettings,
          inject: [AppConfig, Book],
          useFactory: webSettings,
        }),
      ],
    };
  }
}

function webSettings(config: AppConfig, book: Book): WebSettings {
  return new WebSettings({
    templatesDir: config.templatesDir,
    assetsDir: join(projectRoot(), 'dist', 'assets'),
    officeName: config.officeName,
    exampleBook: book.kind === 'example',
    officialWebsite: config.officialWebsite,
    rateLimitPerMinute: config.rateLimitPerMinute,
  });
}
