import { Injectable } from '@nestjs/common';
import { monotonicFactory } from 'ulid';
import { Clock } from '../clock/clock.js';

/** Makes the ids of the book's rows: ULIDs, ascending within one instance, sortable as text. */
@Injectable()
export class Ids {
  private readonly next = monotonicFactory();

  constructor(private readonly clock: Clock) {}

  /** 26 characters; the first ten are the time. */
  newId(): string {
    return this.next(Date.parse(this.clock.now()));
  }
}
