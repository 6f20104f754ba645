import { Global, Module, type DynamicModule } from '@nestjs/common';
import { accountProviders } from './account.providers.js';
import { AccessGuard } from './access/access-guard.js';
import { AccessTable } from './access/access-table.js';
import { ObjectOwners } from './access/object-owners.js';
import { AuditChain } from './audit/audit-chain.js';
import { AuditCheck } from './audit/audit.check.js';
import { AuditFacts } from './audit/audit-facts.js';
import { AuditQueries } from './audit/audit.queries.js';
import { AuditTrail } from './audit/audit-trail.js';
import type { AuditedFacts } from './audit/audit.types.js';
import { Exceptions } from './exceptions/exceptions.js';
import { PeopleExceptions } from './exceptions/people-exceptions.js';
import { administrationProviders } from './administration.providers.js';
import { AttemptLimits } from './attempts/attempt-limits.js';
import { fourEyesProviders } from './four-eyes.providers.js';
import { HeldFormRounds } from './held-forms/held-form-rounds.js';
import { HeldForms } from './held-forms/held-forms.js';
import { OneTimeLinks } from './links/one-time-links.js';
import { LinkMails } from './links/link-mails.js';
import { CommonPasswords } from './passwords/common-passwords.js';
import { NewPasswords } from './passwords/new-passwords.js';
import { PasswordHashing } from './passwords/password-hashing.js';
import { AskPasswordResetUseCase } from './sign-in/ask-password-reset.use-case.js';
import { ChoosePasswordUseCase } from './sign-in/choose-password.use-case.js';
import { Credentials } from './sign-in/credentials.js';
import { SecondFactorStep } from './sign-in/second-factor-step.js';
import { SignInAsDemoUseCase } from './sign-in/sign-in-as-demo.use-case.js';
import { SignInUseCase } from './sign-in/sign-in.use-case.js';
import { Organisations } from './organisations.js';
import { DemoAccounts } from './people/demo-accounts.js';
import { PeopleQueries } from './people/people.queries.js';
import { RecordPersonUseCase } from './people/record-person.use-case.js';
import { Sessions } from './sessions/sessions.js';

const PUBLIC = [
  ...[AccessGuard, ObjectOwners, Organisations],
  ...[PeopleQueries, RecordPersonUseCase, Sessions, OneTimeLinks, LinkMails, AttemptLimits],
  ...[CommonPasswords, NewPasswords, PasswordHashing, Credentials, SecondFactorStep],
  ...[SignInUseCase, SignInAsDemoUseCase, AskPasswordResetUseCase, ChoosePasswordUseCase],
  ...administrationProviders,
  ...accountProviders,
  ...fourEyesProviders,
  ...[AuditTrail, AuditQueries, AuditChain, Exceptions],
  ...[HeldForms, HeldFormRounds],
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
        ...[DemoAccounts, AuditCheck, PeopleExceptions],
      ],
      exports: [AccessTable, ...PUBLIC],
    };
  }
}
