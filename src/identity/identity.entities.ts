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
import { SessionRow } from './sessions/session.entity.js';

export const identityEntities = [
  ...[PersonRow, PersonProfileRow, PersonRights, CredentialRow],
  SessionRow,
  ...[AuditEventRow, AuditOriginRow, AuditChainRow, AuditUnchainedRow],
] as const;
