import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/calendar/instant.js';
import { Checks, choiceCheck, instantCheck, wholeCheck } from '../platform/database/checks.js';
import { InstantColumn } from '../platform/database/columns.js';

/** A row of a programme or law table as it was released; it never changes. */
@Entity('released_row')
@Checks(instantCheck('released_row', 'recorded_at'))
export class ReleasedRow {
  /** "rate", "regime", "base-rate" … */
  @PrimaryColumn({ type: 'varchar', length: 32 })
  readonly kind!: string;

  /** What names the row within its kind: "kim-2/staff/2023-01-01". */
  @PrimaryColumn({ type: 'varchar', length: 160 })
  readonly key!: string;

  /** The row's values as canonical JSON. */
  @Column({ type: 'text' })
  readonly content!: string;

  /** SHA-256 of the content, in hex. */
  @Column({ type: 'varchar', length: 64 })
  readonly contentHash!: string;

  /** The shipped file, or the page and source that the row came from. */
  @Column({ type: 'varchar', length: 200 })
  readonly sourceFile!: string;

  /** SHA-256 of the file as it was read, in hex. */
  @Column({ type: 'varchar', length: 64 })
  readonly sourceHash!: string;

  @InstantColumn()
  readonly recordedAt!: Instant;

  @Column({ type: 'varchar', length: 96 })
  readonly recordedBy!: string;
}

export const BOOK_KINDS = ['example', 'empty'] as const;

/** What this book is: one row, written at the first start. */
@Entity('book')
@Checks(
  wholeCheck('book', 'id', 1),
  choiceCheck('book', 'kind', BOOK_KINDS),
  instantCheck('book', 'recorded_at'),
)
export class BookRow {
  /** Always 1: a database holds one book. */
  @PrimaryColumn({ type: 'integer' })
  readonly id!: number;

  @Column({ type: 'varchar', length: 16 })
  readonly kind!: (typeof BOOK_KINDS)[number];

  @InstantColumn()
  readonly recordedAt!: Instant;
}

/** The shipped files that this book has taken in, as a whole: they are not read a second time. */
@Entity('shipped_set')
@Checks(instantCheck('shipped_set', 'recorded_at'))
export class ShippedSet {
  /** SHA-256 over names and contents of all files, in hex. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  readonly hash!: string;

  @InstantColumn()
  readonly recordedAt!: Instant;
}
