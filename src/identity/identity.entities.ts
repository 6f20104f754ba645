import { AttemptLimitRow } from './attempts/attempt-limit.entity.js';
import { HeldFormRow } from './held-forms/held-form.entity.js';
import { OneTimeLinkRow } from './links/one-time-link.entity.js';
import {
  CredentialRow,
  PersonProfileRow,
  PersonRights,
  PersonRow,
} from './people/person.entity.js';
import { SessionRow } from './sessions/session.entity.js';
import { ApiToken, ApiTokenUseRow } from './tokens/api-token.entity.js';

export const identityEntities = [
  ...[PersonRow, PersonProfileRow, PersonRights, CredentialRow],
  ...[SessionRow, OneTimeLinkRow, AttemptLimitRow],
  ...[ApiToken, ApiTokenUseRow],
  HeldFormRow,
] as const;
