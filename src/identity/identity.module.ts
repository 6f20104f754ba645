import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccessGuard } from './access/access-guard.js';
import { AccessTable } from './access/access-table.js';
import { ObjectOwners } from './access/object-owners.js';
import { administrationProviders } from './administration.providers.js';
import { AttemptLimits } from './attempts/attempt-limits.js';
import { OneTimeLinks } from './links/one-time-links.js';
import { Organisations } from './organisations.js';
import { DemoAccounts } from './people/demo-accounts.js';
import { PeopleQueries } from './people/people.queries.js';
import { RecordPersonUseCase } from './people/record-person.use-case.js';
import { Sessions } from './sessions/sessions.js';

const PUBLIC = [
  ...[AccessGuard, ObjectOwners, Organisations],
  ...[PeopleQueries, RecordPersonUseCase, Sessions, OneTimeLinks, AttemptLimits],
  ...administrationProviders,
];

/** Who is acting, and what they may; each module may ask. */
@Global()
@Module({})
export class IdentityModule {
  /** @param table the rights of all routes, from the composition root */
  static forRoot(table: AccessTable): DynamicModule {
    return {
      module: IdentityModule,
      providers: [{ provide: AccessTable, useValue: table }, ...PUBLIC, DemoAccounts],
      exports: [AccessTable, ...PUBLIC],
    };
  }
}
