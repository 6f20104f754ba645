import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/calendar/instant.js';
import { InstantColumn } from '../platform/database/columns.js';
import { Checks, choiceCheck, instantCheck, wholeCheck } from '../platform/database/checks.js';
import { MEDIA_TYPES, type MediaType } from './file-kind.rules.js';

export const STORED_FILE_CHECKS = [
  choiceCheck('stored_file', 'media_type', MEDIA_TYPES),
  wholeCheck('stored_file', 'size', 1),
  instantCheck('stored_file', 'recorded_at'),
];

/** The bytes of a file, once however often it is filed: the key is their SHA-256. */
@Entity('stored_file')
@Checks(...STORED_FILE_CHECKS)
export class StoredFile {
  /** In hexadecimal. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  readonly sha256!: string;

  /** As the bytes say, not as the sender did. */
  @Column('varchar', { length: 80 })
  readonly mediaType!: MediaType;

  /** In bytes. */
  @Column('integer')
  readonly size!: number;

  @InstantColumn()
  readonly recordedAt!: Instant;

  /** In base64: one type of column that both databases have. */
  @Column('text')
  readonly content!: string;
}
