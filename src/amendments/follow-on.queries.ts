import { Injectable } from '@nestjs/common';
import { BookQueries } from '../positions/book.queries.js';
import { noticeOf, type EffectsAsOf } from './flow-down.queries.js';
import { followOnOf } from './follow-on.rules.js';
import type { FollowOn } from './follow-on.types.js';

export type * from './follow-on.types.js';

/** "Anschlussbescheid": what would go on under it, and whether it fits. */
@Injectable()
export class FollowOnQueries {
  constructor(private readonly book: BookQueries) {}

  /**
   * @param leaveOut contracts, posts and occupancies that do not go on
   * @throws UnknownNotice, NotFollowing
   */
  async followOn(
    noticeId: string,
    { on, knownAt }: EffectsAsOf,
    leaveOut: readonly string[] = [],
  ): Promise<FollowOn> {
    const facts = await this.book.facts(knownAt);
    const figuresOf = (year: number) => this.book.figures(year);
    const scope = { on, figuresOf, leaveOut: new Set(leaveOut) };
    return followOnOf(facts, noticeOf(facts, noticeId), scope);
  }
}
