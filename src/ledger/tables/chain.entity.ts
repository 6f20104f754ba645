import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import { Checks, choiceCheck, instantCheck, wholeCheck } from '../../platform/database/checks.js';
import { InstantColumn } from '../../platform/database/columns.js';

/** What the chain holds: entries, states of accounts, closings. */
export const ITEM_KINDS = ['entry', 'account', 'closing'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

const CHAIN = 'ledger_chain';

export const CHAIN_CHECKS = [
  choiceCheck(CHAIN, 'item_kind', ITEM_KINDS),
  instantCheck(CHAIN, 'recorded_at'),
  wholeCheck(CHAIN, 'sequence', 1),
  { name: 'ck_ledger_chain_hash', expression: `length("hash") = 64` },
];

/** A link of the chain: an item at its place, with the hash over it and all before it. */
@Entity(CHAIN, { withoutRowid: true })
@Checks(...CHAIN_CHECKS)
@Unique('uq_ledger_chain_item', ['itemId'])
@Index('ix_ledger_chain_recorded', ['recordedAt', 'sequence'])
export class ChainRow {
  /** From 1, without gaps. */
  @PrimaryColumn('bigint')
  readonly sequence!: string;

  @Column('varchar', { length: 8 })
  readonly itemKind!: ItemKind;

  @Column('varchar', { length: 26 })
  readonly itemId!: string;

  /** When the book knew it; never earlier than the link before. */
  @InstantColumn()
  readonly recordedAt!: Instant;

  @Column('varchar', { length: 64 })
  readonly previousHash!: string;

  @Column('varchar', { length: 64 })
  readonly hash!: string;
}

/** What is committed and waits for its place in the chain: for milliseconds. */
@Entity('ledger_unchained', { withoutRowid: true })
@Checks(choiceCheck('ledger_unchained', 'item_kind', ITEM_KINDS))
export class UnchainedRow {
  @PrimaryColumn('varchar', { length: 26 })
  readonly itemId!: string;

  @Column('varchar', { length: 8 })
  readonly itemKind!: ItemKind;
}
