import { setTimeout as pause } from 'node:timers/promises';
import { Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { CommitHook, CommitHooks } from './commit-hooks.js';
import type { Reader } from './reader.js';
import type { Tx, UnitOfWork } from './unit-of-work.js';

/** How many rows get their place in a chain at once. */
export const CHAINED_AT_ONCE = 200;

/** How often an instance looks for what another one has left behind. */
const LEFT_BEHIND_MS = 2_000;

/** Where the server is busy, more is gathered: chaining takes a fifth of its time at most. */
const REST_SHARE = 4;
const GATHERING_MAX_MS = 200;

/** What a chain follows its commits with. */
export interface ChainFollowing {
  readonly hooks: CommitHooks;
  readonly unitOfWork: UnitOfWork;
  readonly reader: Reader;
  /** The table of what waits for its place. */
  readonly waiting: 'ledger_unchained' | 'audit_unchained';
  /** What is committed within so short a time is chained at once, instead of one by one. */
  readonly gatheringMs: number;
}

/**
 * Gives committed rows their place in a chain. On SQLite that is the last work of each group of
 * commands; on PostgreSQL a loop per instance follows its commits, and no command waits for it.
 */
export abstract class ChainFollower implements CommitHook, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(this.constructor.name);
  private underWay: Promise<void> | undefined;
  private again = false;
  private timer: NodeJS.Timeout | undefined;

  protected constructor(private readonly following: ChainFollowing) {
    following.hooks.register(this);
  }

  /**
   * Gives the oldest of what waits its place.
   * @returns how many; fewer than {@link CHAINED_AT_ONCE}: nothing waits any more
   */
  protected abstract chainOldest(tx: Tx): Promise<number>;

  async groupEnds(tx: Tx): Promise<void> {
    while ((await this.chainOldest(tx)) === CHAINED_AT_ONCE);
  }

  committed(): void {
    this.again = true;
    this.underWay ??= this.follow();
  }

  /** Resolves when nothing that is committed by now waits for its place any more. */
  async settled(): Promise<void> {
    const { reader, unitOfWork, waiting } = this.following;
    let chained = CHAINED_AT_ONCE;
    while (chained === CHAINED_AT_ONCE) {
      if ((await reader.all(`select 1 from ${waiting} limit 1`)).length === 0) return;
      chained = await unitOfWork.note((tx) => this.chainOldest(tx));
    }
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.committed();
    }, LEFT_BEHIND_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.underWay;
  }

  private async follow(): Promise<void> {
    const { gatheringMs } = this.following;
    let rest = gatheringMs;
    try {
      while (this.again) {
        await pause(rest);
        this.again = false;
        const startedAt = performance.now();
        await this.settled();
        const took = performance.now() - startedAt;
        rest = Math.min(Math.max(gatheringMs, took * REST_SHARE), GATHERING_MAX_MS);
      }
    } catch (error) {
      this.logger.error('chaining failed; it is tried again', error);
    } finally {
      this.underWay = undefined;
    }
  }
}
