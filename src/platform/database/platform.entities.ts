import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BookKind } from '../config/app-config.js';
import { Checks, choiceCheck, instantCheck } from './checks.js';
import { InstantColumn } from './columns.js';
import type { Instant } from '../../domain/calendar/instant.js';

/** A command that was run, so that its repetition gets the first answer. */
@Entity('command', { withoutRowid: true })
@Checks(instantCheck('command', 'recorded_at'))
export class CommandRow {
  @PrimaryColumn({ type: 'varchar', length: 128 })
  readonly key!: string;

  @Column({ type: 'varchar', length: 96 })
  readonly actor!: string;

  @Column({ type: 'varchar', length: 200 })
  readonly route!: string;

  /** SHA-256 of the canonical content, in hex. */
  @Column({ type: 'varchar', length: 64 })
  readonly contentHash!: string;

  /** The id of what was made; empty while the command runs. */
  @Column({ type: 'varchar', length: 96 })
  readonly resultId!: string;

  @InstantColumn()
  readonly recordedAt!: Instant;
}

/** One row per transaction that wrote: see BookVersion. */
@Entity('change', { withoutRowid: true })
export class ChangeRow {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  readonly id!: string;
}

/** The tables that only grow, as the migrations made them so. */
@Entity('append_only_table')
export class AppendOnlyTable {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  readonly name!: string;
}

/** What the book is for: its one row. */
@Entity('book')
@Checks(
  { name: 'ck_book_one_row', expression: `"id" = 1` },
  choiceCheck('book', 'kind', ['example', 'empty']),
  instantCheck('book', 'made_at'),
)
export class BookRow {
  @PrimaryColumn({ type: 'integer' })
  readonly id!: number;

  @Column({ type: 'varchar', length: 8 })
  readonly kind!: BookKind;

  @InstantColumn()
  readonly madeAt!: Instant;
}

/** What the book was given once, when a newer version opened it: see BookUpgrade. */
@Entity('book_upgrade')
@Checks(instantCheck('book_upgrade', 'recorded_at'))
export class BookUpgradeRow {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  readonly name!: string;

  @InstantColumn()
  readonly recordedAt!: Instant;
}

export const platformEntities = [
  CommandRow,
  ChangeRow,
  AppendOnlyTable,
  BookRow,
  BookUpgradeRow,
] as const;
