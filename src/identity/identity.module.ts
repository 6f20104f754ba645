import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccessGuard } from './access/access-guard.js';
import { AccessTable } from './access/access-table.js';
import { ObjectOwners } from './access/object-owners.js';
import { LendRoleUseCase } from './break-glass/lend-role.use-case.js';
import { LentRolesQueries } from './break-glass/lent-roles.queries.js';
import { DeputiesQueries } from './deputies/deputies.queries.js';
import { RecordDeputyUseCase } from './deputies/record-deputy.use-case.js';
import { WithdrawDeputyUseCase } from './deputies/withdraw-deputy.use-case.js';
import { FourEyes } from './four-eyes/four-eyes.js';
import { FourEyesCheck } from './four-eyes/four-eyes.check.js';
import { Organisations } from './organisations.js';
import { DemoAccounts } from './people/demo-accounts.js';
import { PeopleQueries } from './people/people.queries.js';
import { RecordPersonUseCase } from './people/record-person.use-case.js';
import { RolesInForce } from './roles-in-force.js';
import { Sessions } from './sessions/sessions.js';

const PUBLIC = [
  ...[AccessGuard, ObjectOwners, Organisations],
  ...[PeopleQueries, RecordPersonUseCase, Sessions],
  ...[FourEyes, RolesInForce, DeputiesQueries, RecordDeputyUseCase, WithdrawDeputyUseCase],
  ...[LendRoleUseCase, LentRolesQueries],
];

/** Who is acting, and what they may; each module may ask. */
@Global()
@Module({})
export class IdentityModule {
  /** @param table the rights of all routes, from the composition root */
  static forRoot(table: AccessTable): DynamicModule {
    return {
      module: IdentityModule,
      providers: [
        { provide: AccessTable, useValue: table },
        ...PUBLIC,
        DemoAccounts,
        FourEyesCheck,
      ],
      exports: [AccessTable, ...PUBLIC],
    };
  }
}
