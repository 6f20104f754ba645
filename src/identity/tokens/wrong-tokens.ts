import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';

const WRONG_MAX = 20;
const MINUTE_MS = 60_000;
const ADDRESSES_MAX = 10_000;

interface Count {
  readonly since: number;
  readonly wrong: number;
}

/**
 * How often an address came with a key that is good for nothing. A key cannot be guessed; this
 * keeps a program that has gone astray from asking the book forever. Each instance counts by itself.
 */
@Injectable()
export class WrongTokens {
  private readonly counts = new Map<string, Count>();

  constructor(private readonly clock: Clock) {}

  /** Whether the address has to wait until a minute is over, whatever it brings. */
  isBlocked(address: string): boolean {
    return (this.count(address)?.wrong ?? 0) >= WRONG_MAX;
  }

  note(address: string): void {
    const { since, wrong } = this.count(address) ?? { since: this.now(), wrong: 0 };
    this.counts.delete(address);
    this.counts.set(address, { since, wrong: wrong + 1 });
    const [oldest] = this.counts.keys();
    if (this.counts.size > ADDRESSES_MAX && oldest !== undefined) this.counts.delete(oldest);
  }

  private count(address: string): Count | undefined {
    const count = this.counts.get(address);
    return count !== undefined && this.now() - count.since < MINUTE_MS ? count : undefined;
  }

  private now(): number {
    return Date.parse(this.clock.now());
  }
}
