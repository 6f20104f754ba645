import { Injectable } from '@nestjs/common';
import {
  Exceptions,
  type ExceptionObject,
  type ExceptionSource,
  type RuleException,
} from '../identity/exceptions/exceptions.js';
import { Clock } from '../platform/clock/clock.js';
import type { Reader } from '../platform/database/reader.js';
import type { FlagCode, FlagSubject } from './flag.js';
import { FlagsQueries } from './flags.queries.js';

/** What stands in the book although a rule warns of it; what is only to be looked at is none. */
const STANDING: readonly FlagCode[] = [
  'grants.shortage',
  'contracts.no-permission',
  'contracts.checklist-missing',
  'contracts.checklist-contradictory',
  'contracts.two-month-rule-undecided',
  'contracts.ordered-above',
  'contracts.own-funds',
  'contracts.year-without-funding',
  'positions.person-overcharged',
];

/** Warnings that somebody went past with a reason: as they stand for the year, told by today's knowledge. */
@Injectable()
export class StandingExceptions implements ExceptionSource {
  readonly kinds: readonly string[] = STANDING;

  constructor(
    exceptions: Exceptions,
    private readonly flags: FlagsQueries,
    private readonly clock: Clock,
  ) {
    exceptions.register(this);
  }

  async find(_reader: Pick<Reader, 'all'>, year: number): Promise<readonly RuleException[]> {
    const flags = await this.flags.flags({ year, on: this.clock.today() });
    return flags
      .filter(({ code }) => STANDING.includes(code))
      .map(({ code: kind, subject, facts }) => ({
        ...{ kind, object: objectOf(subject), facts, reason: '' },
      }));
  }
}

/** The object with a page: of a line the contract or notice that it belongs to. */
function objectOf({ kind, id, label, parent }: FlagSubject): ExceptionObject {
  if (kind === 'line') return { kind: 'contract', id: parent ?? id, label };
  if (kind === 'notice-line') return { kind: 'notice', id: parent ?? id, label };
  return { kind: kind === 'person' ? 'person-key' : kind, id, label };
}
