import type { Clock } from '../../platform/clock/clock.js';

const HOUR_LENGTH = '2026-11-22T01'.length;

/** What is told once in each hour, however often it happens; forgotten with the hour. */
export class OncePerHour {
  private hour = '';
  private readonly told = new Set<string>();

  constructor(private readonly clock: Clock) {}

  /** Whether this is the first time in this hour. */
  isFirst(key: string): boolean {
    const hour = this.clock.now().slice(0, HOUR_LENGTH);
    if (hour !== this.hour) this.told.clear();
    this.hour = hour;
    if (this.told.has(key)) return false;
    this.told.add(key);
    return true;
  }
}
