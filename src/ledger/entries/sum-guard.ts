import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/unit-of-work.js';
import type { AccountKey } from '../chart.js';
import type { NewEntry } from '../ledger.types.js';
import {
  ensureNotOverdrawn,
  ensureNotOverdrawnByRule,
  holdAll,
  holdIdOf,
  linesOf,
  linesOfEntries,
} from './line-sums.js';

/** What a command has moved so far, by line and year. */
type MovesByLine = Map<string, Map<AccountKey, bigint>>;

/** Looks at the sums of the lines that a command has moved, when all of it is written. */
@Injectable()
export class SumGuard {
  private readonly moves = new WeakMap<Tx, MovesByLine>();

  /** Holds the lines until the transaction ends. @throws SumOverdrawn at the end of the command */
  watch(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
    return this.watchBy(tx, entries, ensureNotOverdrawn);
  }

  /** As `watch`, for entries that have been in a book; see {@link ensureNotOverdrawnByRule}. */
  watchTakenIn(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
    return this.watchBy(tx, entries, ensureNotOverdrawnByRule);
  }

  private async watchBy(
    tx: Tx,
    entries: readonly NewEntry[],
    ensure: typeof ensureNotOverdrawn,
  ): Promise<void> {
    const lines = linesOfEntries(entries);
    await holdAll(tx, lines.map(holdIdOf));
    const moves = this.movesIn(tx);
    addMoves(moves, entries);
    for (const line of lines) {
      const id = holdIdOf(line);
      tx.atEnd(id, () => ensure(tx, line, moves.get(id) ?? new Map()));
    }
  }

  private movesIn(tx: Tx): MovesByLine {
    const known = this.moves.get(tx) ?? new Map<string, Map<AccountKey, bigint>>();
    this.moves.set(tx, known);
    return known;
  }
}

function addMoves(moves: MovesByLine, entries: readonly NewEntry[]): void {
  for (const posting of entries.flatMap(({ postings }) => postings)) {
    for (const line of linesOf(posting)) {
      const id = holdIdOf(line);
      const accounts = moves.get(id) ?? new Map<AccountKey, bigint>();
      moves.set(id, accounts);
      accounts.set(posting.account, (accounts.get(posting.account) ?? 0n) + posting.cents);
    }
  }
}
