import { Injectable } from '@nestjs/common';
import type { PlainDate } from '../../../domain/calendar/plain-date.js';
import { Clock } from '../../../platform/clock/clock.js';
import { BookQueries, type BookFacts } from '../../../positions/book.queries.js';
import { tellsOf } from '../../../positions/positions.js';
import { ToldByEmployer, UnknownPosition } from '../../../positions/positions.errors.js';
import type { PositionDefinition } from '../../../programmes/definitions/definition.js';
import { Programmes } from '../../../programmes/programmes.js';
import { Names } from '../../book/names.js';
import { WebSettings } from '../../shell/web-settings.js';

/** The book as the forms of posts look at it: always as known now. */
export interface OpenFormBook {
  readonly facts: BookFacts;
  readonly names: Names;
  readonly today: PlainDate;
  /** Undefined: there is none, or it was taken back. */
  readonly position: (id: string) => PositionDefinition | undefined;
  /** Whether whoever asks knows the people of a post by their keys. */
  readonly tells: (positionId: string) => boolean;
}

/**
 * The post, if it is for whoever asks to tell who fills it.
 * @throws UnknownPosition, ToldByEmployer
 */
export function ensureTells(book: OpenFormBook, positionId: string): PositionDefinition {
  const position = book.position(positionId);
  if (position === undefined) throw new UnknownPosition({ position: positionId });
  if (tellsOf(book.facts, position)) return position;
  throw new ToldByEmployer({ position: positionId, label: position.label });
}

/** Opens the book for a form: facts, and the names behind their ids. */
@Injectable()
export class FormBook {
  constructor(
    private readonly book: BookQueries,
    private readonly programmes: Programmes,
    private readonly settings: WebSettings,
    private readonly clock: Clock,
  ) {}

  async open(): Promise<OpenFormBook> {
    const facts = await this.book.facts();
    const programmes = this.programmes.programmes();
    const position = (id: string): PositionDefinition | undefined =>
      facts.positions.find((known) => known.id === id);
    return {
      facts,
      names: new Names({ ...facts, programmes }, this.settings.officeName),
      today: this.clock.today(),
      position,
      tells: (id) => {
        const post = position(id);
        return post !== undefined && tellsOf(facts, post);
      },
    };
  }
}
