import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import { Checks, choiceCheck, instantCheck } from '../../platform/database/checks.js';
import { InstantColumn, JsonColumn } from '../../platform/database/columns.js';
import { RevisionColumns } from '../../platform/database/revision-columns.js';
import { revisionChecks } from '../../platform/database/tables.js';
import type { Role } from '../roles.rules.js';

/** Demo accounts live in an example book, real people in an empty one; a book never has both. */
export type PersonKind = 'demo' | 'real';

/** Who says that it is them: this book by a password, or the office's own directory. */
export type PersonSource = 'local' | 'directory';

export const PERSON_CHECKS = [
  choiceCheck('person', 'kind', ['demo', 'real']),
  choiceCheck('person', 'source', ['local', 'directory']),
  instantCheck('person', 'recorded_at'),
];

/** Somebody with an account. The row stays for good, what it says of a person stands elsewhere. */
@Entity('person')
@Checks(...PERSON_CHECKS)
export class PersonRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly id!: string;

  @Column('varchar', { length: 8 })
  readonly kind!: PersonKind;

  @Column('varchar', { length: 12 })
  readonly source!: PersonSource;

  @InstantColumn()
  readonly recordedAt!: Instant;

  @Column('varchar', { length: 96 })
  readonly recordedBy!: string;
}

export const PERSON_PROFILE_CHECKS = [instantCheck('person_profile', 'erased_at')];

/** Name and mail address: personal values, which can be erased. */
@Entity('person_profile')
@Unique('uq_person_profile_mail', ['mail'])
@Unique('uq_person_profile_directory', ['directorySubject'])
@Checks(...PERSON_PROFILE_CHECKS)
export class PersonProfileRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly personId!: string;

  @Column('text')
  readonly name!: string;

  /** In small letters; one account for each. Null once erased. */
  @Column('varchar', { length: 254, nullable: true })
  readonly mail!: string | null;

  /** The directory's own name for the person; null for local accounts. */
  @Column('text', { nullable: true, unique: true })
  readonly directorySubject!: string | null;

  @InstantColumn({ nullable: true })
  readonly erasedAt!: Instant | null;
}

/** What a person may: a revision per change. Withdrawn: the account is closed. */
@Entity('person_rights')
@Checks(...revisionChecks('person_rights'))
export class PersonRights extends RevisionColumns {
  @JsonColumn()
  readonly roles!: readonly Role[];

  /** The organisation of a partner's people. */
  @Column('varchar', { length: 64, nullable: true })
  readonly partnerId!: string | null;

  /** Invites and removes colleagues of the organisation. */
  @Column('boolean')
  readonly isLead!: boolean;
}

export const CREDENTIAL_CHECKS = [instantCheck('credential', 'changed_at')];

/** A local account's password, hashed by argon2id. */
@Entity('credential')
@Checks(...CREDENTIAL_CHECKS)
export class CredentialRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly personId!: string;

  @Column('text')
  readonly passwordHash!: string;

  @InstantColumn()
  readonly changedAt!: Instant;
}
