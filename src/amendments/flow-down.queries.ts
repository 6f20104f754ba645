import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { UnknownNotice } from '../grants/grants.errors.js';
import { BookQueries, type BookFacts } from '../positions/book.queries.js';
import type { NoticeDefinition } from '../programmes/definitions/definition.js';
import { changedFacts } from './changed-facts.rules.js';
import type { FlowDown, FlowDownPicture } from './flow-down.types.js';
import { flowDownOf, flowDownPicture } from './flow-down-picture.rules.js';

export type * from './effects.types.js';
export type * from './flow-down.types.js';

/** Up to which day "to date" counts, and with which knowledge. */
export interface EffectsAsOf {
  readonly on: PlainDate;
  /** Absent: as it is known now. */
  readonly knownAt?: Instant | undefined;
}

interface Asked {
  readonly on: PlainDate;
  readonly picture: FlowDownPicture;
}

/** "Ein geänderter Bescheid schlägt durch" (R10): before it is passed on, and ever after. */
@Injectable()
export class FlowDownQueries {
  /** The last picture of a state of the book: lists come in pages. */
  private readonly pictures = new WeakMap<BookFacts, Asked>();

  /** What is pending in a state of the book: the first page of the book asks for it each time. */
  private readonly waiting = new WeakMap<BookFacts, readonly FlowDown[]>();

  constructor(private readonly book: BookQueries) {}

  /** @throws UnknownNotice, NotAmending */
  async flowDown(noticeId: string, { on, knownAt }: EffectsAsOf): Promise<FlowDownPicture> {
    const facts = await this.book.facts(knownAt);
    const known = this.pictures.get(facts);
    if (known?.picture.notice === noticeId && known.on === on) return known.picture;
    const figuresOf = (year: number) => this.book.figures(year);
    const picture = flowDownPicture(facts, noticeOf(facts, noticeId), { on, figuresOf });
    this.pictures.set(facts, { on, picture });
    return picture;
  }

  /** What an amending notice would do, before it stands in the book. @throws NotAmending */
  async preview(
    notice: NoticeDefinition,
    { on }: Pick<EffectsAsOf, 'on'>,
  ): Promise<FlowDownPicture> {
    const facts = changedFacts(await this.book.facts(), { notices: [notice] });
    return flowDownPicture(facts, notice, { on, figuresOf: (year) => this.book.figures(year) });
  }

  /** Amending notices that somebody has still to pass on, without figures. */
  async pending({ knownAt }: Pick<EffectsAsOf, 'knownAt'> = {}): Promise<readonly FlowDown[]> {
    const facts = await this.book.facts(knownAt);
    const known = this.waiting.get(facts);
    if (known !== undefined) return known;
    const waiting = facts.notices
      .filter(({ amends }) => amends !== undefined)
      .map((notice) => flowDownOf(facts, notice, (year) => this.book.figures(year)))
      .filter(({ passedOn }) => !passedOn);
    this.waiting.set(facts, waiting);
    return waiting;
  }
}

/** @throws UnknownNotice */
export function noticeOf({ notices }: BookFacts, id: string): NoticeDefinition {
  const notice = notices.find((known) => known.id === id);
  if (notice === undefined) throw new UnknownNotice({ notice: id });
  return notice;
}
