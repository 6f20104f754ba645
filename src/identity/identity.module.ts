import { Global, Module, type DynamicModule } from '@nestjs/common';
import { AccessGuard } from './access/access-guard.js';
import { AccessTable } from './access/access-table.js';
import { ObjectOwners } from './access/object-owners.js';
import { AuditChain } from './audit/audit-chain.js';
import { AuditCheck } from './audit/audit.check.js';
import { AuditFacts } from './audit/audit-facts.js';
import { AuditQueries } from './audit/audit.queries.js';
import { AuditTrail } from './audit/audit-trail.js';
import type { AuditedFacts } from './audit/audit.types.js';
import { Organisations } from './organisations.js';
import { DemoAccounts } from './people/demo-accounts.js';
import { PeopleQueries } from './people/people.queries.js';
import { RecordPersonUseCase } from './people/record-person.use-case.js';
import { Sessions } from './sessions/sessions.js';

const PUBLIC = [
  ...[AccessGuard, ObjectOwners, Organisations],
  ...[PeopleQueries, RecordPersonUseCase, Sessions],
  ...[AuditTrail, AuditQueries, AuditChain],
];

/** Who is acting, and what they may; each module may ask. */
@Global()
@Module({})
export class IdentityModule {
  /**
   * @param table the rights of all routes, from the composition root
   * @param facts how each table of facts is told in the audit trail
   */
  static forRoot(table: AccessTable, facts: AuditedFacts): DynamicModule {
    return {
      module: IdentityModule,
      providers: [
        { provide: AccessTable, useValue: table },
        { provide: AuditFacts, useValue: new AuditFacts(facts) },
        ...PUBLIC,
        ...[DemoAccounts, AuditCheck],
      ],
      exports: [AccessTable, ...PUBLIC],
    };
  }
}
