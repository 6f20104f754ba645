import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import {
  Checks,
  choiceCheck,
  dayCheck,
  instantCheck,
  type NamedCheck,
} from '../../platform/database/checks.js';
import { DayColumn, InstantColumn } from '../../platform/database/columns.js';
import { RevisionColumns } from '../../platform/database/revision-columns.js';
import { revisionChecks } from '../../platform/database/tables.js';
import { TOKEN_ROLES, type TokenRole } from './token.rules.js';

/** A person other than the one who asked for the key (R31). */
const CONSENT_CHECK: NamedCheck = {
  name: 'ck_api_token_consent',
  expression: `"consented_by" is null or ("consented_by" like 'person:%' and "consented_by" <> "created_by")`,
};

export const API_TOKEN_CHECKS = [
  choiceCheck('api_token', 'role', TOKEN_ROLES),
  dayCheck('api_token', 'until'),
  CONSENT_CHECK,
];

/** "Zugangsschlüssel" of a program: made, consented to and revoked, a revision each. */
@Entity('api_token')
@Index('ix_api_token_secret', ['secretHash'])
@Checks(...revisionChecks('api_token'), ...API_TOKEN_CHECKS)
export class ApiToken extends RevisionColumns {
  @Column('varchar', { length: 16 })
  readonly role!: TokenRole;

  /** Which program it is for, and what that does here. */
  @Column('text')
  readonly purpose!: string;

  /** The last day on which it is good. */
  @DayColumn()
  readonly until!: PlainDate;

  /** Of the secret, which stands nowhere. */
  @Column('varchar', { length: 64 })
  readonly secretHash!: string;

  @Column('varchar', { length: 96 })
  readonly createdBy!: string;

  /** The approver without whom it is good for nothing. */
  @Column('varchar', { length: 96, nullable: true })
  readonly consentedBy!: string | null;
}

export const API_TOKEN_USE_CHECKS = [instantCheck('api_token_use', 'last_used_at')];

/** When a program came last, to the minute: no statement of anybody, and no revision. */
@Entity('api_token_use')
@Checks(...API_TOKEN_USE_CHECKS)
export class ApiTokenUseRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly tokenId!: string;

  @InstantColumn()
  readonly lastUsedAt!: Instant;

  @Column('varchar', { length: 64 })
  readonly address!: string;
}
