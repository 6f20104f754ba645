import { setTimeout as pause } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CommitHooks, type CommitHook } from '../../platform/database/commit-hooks.js';
import { Reader } from '../../platform/database/reader.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { WrittenContents } from './written-contents.js';
import { chainAll, CHAINED_AT_ONCE, chainPending } from './chain-pending.js';

/** How often an instance looks for what another one has left behind. */
const LEFT_BEHIND_MS = 2_000;

/** What is committed within so short a time is chained at once, instead of one by one. */
const GATHERING_MS = 10;

/** Where the server is busy, more is gathered: chaining takes a fifth of its time at most. */
const REST_SHARE = 4;
const GATHERING_MAX_MS = 200;

/**
 * Gives committed entries their place in the chain. On SQLite that is the last work of each group
 * of commands; on PostgreSQL a loop per instance follows its commits, and no command waits for it.
 */
@Injectable()
export class Sequencer implements CommitHook, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Sequencer.name);
  private underWay: Promise<void> | undefined;
  private again = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    hooks: CommitHooks,
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    private readonly written: WrittenContents,
  ) {
    hooks.register(this);
  }

  groupEnds(tx: Tx): Promise<void> {
    return chainAll(tx, this.written);
  }

  committed(): void {
    this.again = true;
    this.underWay ??= this.follow();
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
    let rest = GATHERING_MS;
    try {
      while (this.again) {
        await pause(rest);
        this.again = false;
        const startedAt = performance.now();
        await this.chainWaiting();
        const took = performance.now() - startedAt;
        rest = Math.min(Math.max(GATHERING_MS, took * REST_SHARE), GATHERING_MAX_MS);
      }
    } catch (error) {
      this.logger.error('chaining failed; it is tried again', error);
    } finally {
      this.underWay = undefined;
    }
  }

  private async chainWaiting(): Promise<void> {
    for (;;) {
      const waiting = await this.reader.all('select item_id from ledger_unchained limit 1');
      if (waiting.length === 0) return;
      const chained = await this.unitOfWork.note((tx) => chainPending(tx, this.written));
      if (chained < CHAINED_AT_ONCE) return;
    }
  }
}
