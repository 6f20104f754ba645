import { Logger, type OnModuleDestroy } from '@nestjs/common';

/** Work that the service does at its start, and again and again; what fails is tried in the next round. */
export abstract class Rounds implements OnModuleDestroy {
  private readonly log = new Logger(this.constructor.name);
  private timer: NodeJS.Timeout | undefined;

  protected constructor(private readonly everyMs: number) {}

  protected abstract work(): Promise<unknown>;

  /** Called by the service alone: neither the console nor an import does it by itself. */
  async start(): Promise<void> {
    clearInterval(this.timer);
    this.timer = setInterval(() => void this.round(), this.everyMs).unref();
    await this.round();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async round(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}
