import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { addMonths, lastOfMonth, type PlainDate } from '../../domain/calendar/plain-date.js';
import {
  Exceptions,
  isInYear,
  spanOfYear,
  type ExceptionSource,
  type RuleException,
} from '../../identity/exceptions/exceptions.js';
import { dayInGermany } from '../../platform/clock/system-clock.js';
import { toCents } from '../../platform/database/columns.js';
import type { Reader } from '../../platform/database/reader.js';
import { COUNTERSIGNATURES, countersignedAs } from '../countersigning/countersigning.rules.js';
import type { Actors } from '../ledger.types.js';

/** A month that is closed later than this many months after its end is told. */
const CLOSING_MONTHS = 2;

interface HandLine {
  readonly id: string;
  readonly text: string;
  readonly actors: string;
  readonly command_key: string;
  readonly reverses: string | null;
  readonly recorded_at: Instant;
  readonly moved: string | number;
}

interface ClosingLine {
  readonly period: string;
  readonly recorded_by: string;
  readonly reason: string;
  readonly recorded_at: Instant;
}

interface GivenLine {
  readonly kind: string;
  readonly id: string;
  readonly actor: string;
}

/** Entries by hand, what takes them back, and months that were closed late. */
@Injectable()
export class LedgerExceptions implements ExceptionSource {
  readonly kinds = ['by-hand', 'by-hand-reversed', 'late-closing'];

  constructor(exceptions: Exceptions) {
    exceptions.register(this);
  }

  async find(reader: Pick<Reader, 'all'>, year: number): Promise<readonly RuleException[]> {
    return [...(await byHand(reader, year)), ...(await lateClosings(reader, year))];
  }
}

async function byHand(
  reader: Pick<Reader, 'all'>,
  year: number,
): Promise<readonly RuleException[]> {
  const lines = await reader.all<HandLine>(
    `select e.id, e.text, e.actors, e.command_key, e.reverses, c.recorded_at,
       (select sum(p.cents) from ledger_posting p where p.entry_id = e.id and p.cents > 0) as moved
     from ledger_entry e join ledger_chain c on c.item_id = e.id
     where c.recorded_at >= ? and c.recorded_at < ? and (e.kind = 'adjustment' or exists (
       select 1 from ledger_entry o where o.id = e.reverses and o.kind = 'adjustment'))
     order by e.id`,
    spanOfYear(year),
  );
  const own = lines.filter(({ recorded_at: at }) => isInYear(at, year));
  const given = own.length === 0 ? [] : await countersignatures(reader);
  return own.map((line) => handException(line, given));
}

/** All that were given: entries by hand are few, and a list of their ids would be long. */
function countersignatures(reader: Pick<Reader, 'all'>): Promise<readonly GivenLine[]> {
  return reader.all<GivenLine>(
    `select subject_kind as kind, subject_id as id, actor from act
     where act = 'countersigned' order by id`,
  );
}

function handException(line: HandLine, given: readonly GivenLine[]): RuleException {
  const actors = JSON.parse(line.actors) as Actors;
  const subject = countersignedAs({ id: line.id, commandKey: line.command_key, actors });
  const agreedBy = given
    .filter(({ kind, id }) => kind === subject.kind && id === subject.id)
    .map(({ actor }) => actor);
  const by = actors['entered'];
  return {
    kind: line.reverses === null ? 'by-hand' : 'by-hand-reversed',
    on: dayInGermany(line.recorded_at),
    ...(by !== undefined && { by }),
    agreedBy,
    agreementsMissing: Math.max(0, COUNTERSIGNATURES - agreedBy.length),
    object: { kind: 'ledger-entry', id: line.id },
    reason: line.text,
    amountCents: toCents(line.moved),
  };
}

async function lateClosings(
  reader: Pick<Reader, 'all'>,
  year: number,
): Promise<readonly RuleException[]> {
  const closings = await reader.all<ClosingLine>(
    `select k.period, k.recorded_by, k.reason, c.recorded_at
     from ledger_closing k join ledger_chain c on c.item_id = k.id
     where c.recorded_at >= ? and c.recorded_at < ? order by k.period`,
    spanOfYear(year),
  );
  return closings.flatMap(({ period, recorded_by: by, reason, recorded_at: at }) => {
    const on = dayInGermany(at);
    if (!isInYear(at, year) || on <= dueOn(period)) return [];
    const object = { kind: 'closing', id: period };
    return [
      { ...{ kind: 'late-closing', on, by, reason, object }, facts: { dueOn: dueOn(period) } },
    ];
  });
}

/** The last day of the second month after it. @param period "2025-03" */
function dueOn(period: string): PlainDate {
  return lastOfMonth(addMonths(`${period}-01` as PlainDate, CLOSING_MONTHS));
}
