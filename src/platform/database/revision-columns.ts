import { Column, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import { InstantColumn } from './columns.js';

/** What each fact with revisions has: rows are only added, the newest one counts. */
export abstract class RevisionColumns {
  /** Speaking, from a definition file, or a ULID. The same over all revisions. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  readonly id!: string;

  /** 1, 2, 3 … without gaps; the ETag of the fact. */
  @PrimaryColumn({ type: 'integer' })
  readonly revision!: number;

  /** Since when the book knows it. */
  @InstantColumn()
  readonly recordedAt!: Instant;

  @Column({ type: 'varchar', length: 96 })
  readonly recordedBy!: string;

  /** Why: "Import", "Schreibfehler im Bescheid", the cause of a correction. */
  @Column({ type: 'text' })
  readonly reason!: string;

  /** The fact is taken back; as a correction may be, it can be stated again. */
  @Column({ type: 'boolean' })
  readonly withdrawn!: boolean;
}

/** A fact without the columns that recording adds. */
export type Fact<Row extends RevisionColumns> = Omit<
  Row,
  'revision' | 'recordedAt' | 'recordedBy' | 'reason' | 'withdrawn'
>;
