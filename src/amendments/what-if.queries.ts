import { Injectable } from '@nestjs/common';
import { BookQueries } from '../positions/book.queries.js';
import type { EffectsAsOf } from './flow-down.queries.js';
import type { Instant } from '../domain/calendar/instant.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { whatIf } from './what-if-picture.rules.js';
import { vacantLines, type VacantLine } from './vacant-lines.rules.js';
import { vacantSpells, type VacantSpell } from './vacant-spells.rules.js';
import type { FteMove, WhatIf } from './what-if.types.js';

export type * from './what-if.types.js';
export type { VacantLine } from './vacant-lines.rules.js';
export type { VacantSpell } from './vacant-spells.rules.js';

/** "Was wäre, wenn": moves of vacant VzÄ, with their effect on all sums. */
@Injectable()
export class WhatIfQueries {
  constructor(private readonly book: BookQueries) {}

  /** @throws UnknownAllocationLine, NotMovable, NotVacant */
  async whatIf(moves: readonly FteMove[], { on, knownAt }: EffectsAsOf): Promise<WhatIf> {
    const facts = await this.book.facts(knownAt);
    return whatIf(facts, moves, { on, figuresOf: (year) => this.book.figures(year) });
  }

  /** Lines with VzÄ that nobody fills on a day, and where those could go. */
  async vacancies(on: PlainDate, knownAt?: Instant): Promise<readonly VacantLine[]> {
    return vacantLines(await this.book.facts(knownAt), on);
  }

  /** The days of a year on which VzÄ of a line are vacant. */
  async vacantSpells(year: number, knownAt?: Instant): Promise<readonly VacantSpell[]> {
    return vacantSpells(await this.book.facts(knownAt), year);
  }
}
