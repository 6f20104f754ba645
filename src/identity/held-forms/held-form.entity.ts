import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import { Checks, instantCheck } from '../../platform/database/checks.js';
import { InstantColumn, JsonColumn } from '../../platform/database/columns.js';

export const HELD_FORM_CHECKS = [instantCheck('held_form', 'held_at')];

/**
 * A form that came after its session was over: kept for a day, for the one who filled it in. Working
 * memory, no fact; gone when it was sent again.
 */
@Entity('held_form')
@Index('ix_held_form_person', ['personId'])
@Checks(...HELD_FORM_CHECKS)
export class HeldFormRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly id!: string;

  /** Of the session that the form was filled in with. */
  @Column('varchar', { length: 26 })
  readonly personId!: string;

  /** Where it was to be sent. */
  @Column('text')
  readonly path!: string;

  /** What the page was called that it stood on. */
  @Column('text')
  readonly title!: string;

  /** Names and values, in their order; never a password. */
  @JsonColumn()
  readonly fields!: readonly HeldField[];

  /** The field of a file that came with it: files are not kept. */
  @JsonColumn({ nullable: true })
  readonly file!: HeldFile | null;

  @InstantColumn()
  readonly heldAt!: Instant;
}

/** Name and value. */
export type HeldField = readonly [name: string, value: string];

/** A file that has to be chosen again. */
export interface HeldFile {
  readonly field: string;
  /** What it was called; '' if none was chosen. */
  readonly name: string;
}
