import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import { Checks, instantCheck } from '../../platform/database/checks.js';
import { InstantColumn } from '../../platform/database/columns.js';

export const DIRECTORY_SIGN_IN_CHECKS = [instantCheck('directory_sign_in', 'until')];

/** What the book keeps while a browser is at the directory; gone with its first answer. */
@Entity('directory_sign_in')
@Checks(...DIRECTORY_SIGN_IN_CHECKS)
export class DirectorySignInRow {
  /** Of the state that the directory sends back. */
  @PrimaryColumn('varchar', { length: 64 })
  readonly stateHash!: string;

  /** Of what only the browser holds that began: nobody else's answer is taken. */
  @Column('varchar', { length: 64 })
  readonly browserHash!: string;

  @Column('text')
  readonly nonce!: string;

  @Column('text')
  readonly verifier!: string;

  @Column('text')
  readonly redirectUrl!: string;

  /** The page that the person wanted to see. */
  @Column('text')
  readonly leadsTo!: string;

  @InstantColumn()
  readonly until!: Instant;
}
