import {
  AccountChangeProfileRow,
  AccountChangeRow,
  AccountNoticeRow,
} from './account-changes/account-change.entity.js';
import { LentRoleRow } from './break-glass/lent-role.entity.js';
import { DeputyRow } from './deputies/deputy.entity.js';
import { ActPartRow, ActRow, ActSubjectRow } from './four-eyes/act.entity.js';
import { AttemptLimitRow } from './attempts/attempt-limit.entity.js';
import { DirectorySignInRow } from './directory/directory-sign-in.entity.js';
import { HeldFormRow } from './held-forms/held-form.entity.js';
import { OneTimeLinkRow } from './links/one-time-link.entity.js';
import {
  AuditChainRow,
  AuditEventRow,
  AuditOriginRow,
  AuditUnchainedRow,
} from './audit/audit-event.entity.js';
import {
  CredentialRow,
  PersonProfileRow,
  PersonRights,
  PersonRow,
} from './people/person.entity.js';
import {
  RecoveryCodeRow,
  SecondFactorRow,
  SignInTicketRow,
} from './second-factor/second-factor.entity.js';
import { SessionRow } from './sessions/session.entity.js';
import { ApiToken, ApiTokenUseRow } from './tokens/api-token.entity.js';

export const identityEntities = [
  ...[PersonRow, PersonProfileRow, PersonRights, CredentialRow],
  ...[SessionRow, OneTimeLinkRow, AttemptLimitRow],
  ...[ApiToken, ApiTokenUseRow],
  ...[SecondFactorRow, RecoveryCodeRow, SignInTicketRow, DirectorySignInRow],
  ...[ActRow, ActPartRow, ActSubjectRow, DeputyRow, LentRoleRow],
  ...[AuditEventRow, AuditOriginRow, AuditChainRow, AuditUnchainedRow],
  ...[AccountChangeRow, AccountChangeProfileRow, AccountNoticeRow],
  HeldFormRow,
] as const;
