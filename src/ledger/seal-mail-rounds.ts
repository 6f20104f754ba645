import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { SendSealUseCase } from './send-seal.use-case.js';

const EVERY_MS = 15 * 60_000;

/** Sends what is left of seals when the service starts, and every quarter of an hour. */
@Injectable()
export class SealMailRounds implements OnModuleDestroy {
  private readonly log = new Logger(SealMailRounds.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly sending: SendSealUseCase) {}

  /** Called by the service alone: neither the console nor an import sends by itself. */
  async start(): Promise<void> {
    this.timer = setInterval(() => void this.round(), EVERY_MS).unref();
    await this.round();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** What fails is tried again in the next round; the service goes on. */
  private async round(): Promise<void> {
    try {
      await this.sending.sendOpen();
    } catch (error) {
      this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}
