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
import { CHAINED_AT_ONCE, chainEvents } from './chain-events.js';

/** How often an instance looks for events that wait: those of notes, and what another one left behind. */
const LOOK_MS = 2_000;
/** What is committed within so short a time is chained at once. */
const GATHERING_MS = 50;

/**
 * Gives the events of the audit trail their place in its chain, after their commit or, on SQLite,
 * with it: no command waits for a row that all others hold.
 */
@Injectable()
export class AuditChain implements CommitHook, OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(AuditChain.name);
  private underWay: Promise<void> | undefined;
  private again = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    hooks: CommitHooks,
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
  ) {
    hooks.register(this);
  }

  async groupEnds(tx: Tx): Promise<void> {
    while ((await chainEvents(tx)) === CHAINED_AT_ONCE);
  }

  committed(): void {
    this.again = true;
    this.underWay ??= this.follow();
  }

  /** Resolves when nothing that is committed by now waits for its place any more. */
  async settled(): Promise<void> {
    while ((await this.isWaiting()) && (await this.chainWaiting()));
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.committed();
    }, LOOK_MS).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.underWay;
  }

  private async follow(): Promise<void> {
    try {
      while (this.again) {
        this.again = false;
        await pause(GATHERING_MS);
        await this.settled();
      }
    } catch (error) {
      this.logger.error('chaining the audit trail failed; it is tried again', error);
    } finally {
      this.underWay = undefined;
    }
  }

  private async isWaiting(): Promise<boolean> {
    const waiting = await this.reader.all('select event_id from audit_unchained limit 1');
    return waiting.length > 0;
  }

  private async chainWaiting(): Promise<boolean> {
    return (await this.unitOfWork.note((tx) => chainEvents(tx))) > 0;
  }
}
