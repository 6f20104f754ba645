import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { monotonicFactory } from 'ulid';
import { Clock } from '../clock/clock.js';

/** Makes the ids of the book's rows: ULIDs, ascending within one instance, sortable as text. */
@Injectable()
export class Ids {
  private readonly next = monotonicFactory(randomShare);

  constructor(private readonly clock: Clock) {}

  /** 26 characters; the first ten are the time. */
  newId(): string {
    return this.next(Date.parse(this.clock.now()));
  }
}

const STEPS = 2 ** 32;

/** From 0 to below 1; node draws these from a pool, where the library asks the system each time. */
function randomShare(): number {
  return randomInt(STEPS) / STEPS;
}
