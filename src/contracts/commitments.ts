import { Injectable } from '@nestjs/common';
import {
  enterDrafted,
  Ledger,
  Standing,
  type DraftedEntry,
  type EnteredBy,
  type EntryKind,
} from '../ledger/ledger.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { commitmentsOf } from './commitment-postings.rules.js';
import { commitmentEntries, isFresh, type CommitmentChange } from './commitment-steps.rules.js';

const KINDS: readonly EntryKind[] = ['commitment'];
const ACCOUNTS = ['commitments'] as const;

/** Enters in the ledger what contracts bind: always the difference to what was entered before. */
@Injectable()
export class Commitments {
  /** Contracts of files that are being read; entered when all of them are. */
  private readonly waiting = new WeakMap<Tx, CommitmentChange[]>();

  constructor(private readonly ledger: Ledger) {}

  /** Called in the transaction that changed the contract. */
  async follow(tx: Tx, change: CommitmentChange, who: EnteredBy): Promise<void> {
    await enterDrafted(this.ledger, tx, await this.draw(tx, change), who);
  }

  /** Puts a contract off until all files of an import are read: they are entered in one go. */
  wait(tx: Tx, change: CommitmentChange): void {
    const waiting = this.waiting.get(tx);
    if (waiting) waiting.push(change);
    else this.waiting.set(tx, [change]);
  }

  /** Enters what was put off. */
  async followWaiting(tx: Tx, who: EnteredBy): Promise<void> {
    const waiting = this.waiting.get(tx) ?? [];
    this.waiting.delete(tx);
    await this.followAll(tx, waiting, who);
  }

  /** As `follow`, for many contracts. */
  async followAll(tx: Tx, changes: readonly CommitmentChange[], who: EnteredBy): Promise<void> {
    const entries: DraftedEntry[] = [];
    for (const change of changes) entries.push(...(await this.draw(tx, change)));
    await enterDrafted(this.ledger, tx, entries, who);
  }

  /** Of a contract that was never in force nothing can be booked, and nobody else knows its lines. */
  private async draw(tx: Tx, change: CommitmentChange): Promise<readonly DraftedEntry[]> {
    if (isFresh(change)) return commitmentEntries(change, new Standing());
    const { after, before = after } = change;
    const scopes = new Set([...commitmentsOf(before).keys(), ...commitmentsOf(after).keys()]);
    if (scopes.size === 0) return [];
    await this.ledger.hold(tx, [...scopes]);
    return commitmentEntries(change, await this.standingOf(tx, after.id));
  }

  private async standingOf(tx: Tx, contract: string): Promise<Standing> {
    const all = await this.ledger.sums(tx, { accounts: ACCOUNTS, contract });
    const own = await this.ledger.sums(tx, { accounts: ACCOUNTS, contract, kinds: KINDS });
    return new Standing({ all, own });
  }
}
