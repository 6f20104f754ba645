import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { encodeTime } from 'ulid';
import type { Instant } from '../../domain/calendar/instant.js';
import { Clock } from '../../platform/clock/clock.js';
import { Reader } from '../../platform/database/reader.js';
import { NotYetChained } from '../ledger.errors.js';

const PATIENCE_MS = 2000;
const PAUSE_MS = 5;
const TIME_LENGTH = 10;
const LAST_OF_MOMENT = 'Z'.repeat(16);

/** What of the chain may be told for certain: nothing older is still on its way. */
@Injectable()
export class Chained {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /**
   * The last place of the chain that the book had reached at an instant; 0 before its first.
   * @throws NotYetChained
   */
  async placeAt(knownAt: Instant): Promise<number> {
    await this.settled();
    const [row] = await this.reader.all<{ sequence: string | number }>(
      `select sequence from ledger_chain where recorded_at <= ?
       order by recorded_at desc, sequence desc limit 1`,
      [knownAt],
    );
    return Number(row?.sequence ?? 0);
  }

  /**
   * Waits until each item that was made before now has its place.
   * @throws NotYetChained after two seconds
   */
  async settled(): Promise<void> {
    const now = encodeTime(Date.parse(this.clock.now()), TIME_LENGTH) + LAST_OF_MOMENT;
    const started = performance.now();
    while (await this.isWaiting(now)) {
      if (performance.now() - started > PATIENCE_MS) throw new NotYetChained({});
      await pause(PAUSE_MS);
    }
  }

  private async isWaiting(upTo: string): Promise<boolean> {
    const rows = await this.reader.all(
      'select item_id from ledger_unchained where item_id <= ? limit 1',
      [upTo],
    );
    return rows.length > 0;
  }
}
