import type { Instant } from '../../domain/calendar/instant.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type { SqlValue } from '../../platform/database/unit-of-work.js';
import type { AccountKey } from '../chart.js';
import { DIMENSIONS } from '../entries/assignment.rules.js';
import type { Dimensions, EntryKind } from '../ledger.types.js';

/** Which entries of the journal are asked for; absent: whatever they say. */
export interface JournalFilter extends Dimensions {
  readonly account?: AccountKey;
  readonly kind?: EntryKind;
  /** What the entries rest on: `notice:kim-2-2025`. */
  readonly subject?: string;
  /** Takes effect on this day or later. */
  readonly from?: PlainDate;
  /** Takes effect on this day or earlier. */
  readonly to?: PlainDate;
  /** As the book knew them at this instant; absent: now. */
  readonly knownAt?: Instant;
  /** Words that must all stand in text or subject. */
  readonly text?: string;
}

/** A condition with its parameters, in the order of its question marks. */
export interface Condition {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

const COLUMNS = [['account', 'account'] as const, ...DIMENSIONS];

/** The assignments that a filter means; undefined if it asks for none in particular. */
export function assignmentsOf(filter: JournalFilter): Condition | undefined {
  const named = COLUMNS.flatMap(([name, column]) => {
    const value = filter[name];
    return value === undefined ? [] : [{ sql: `a.${column} = ?`, parameters: [value] }];
  });
  if (named.length === 0) return undefined;
  const { sql, parameters } = both(...named);
  return { sql: `select a.id from ledger_assignment a where ${sql}`, parameters };
}

/** What a filter asks of the entry itself, as `e`; undefined if nothing. */
export function entryCondition(filter: JournalFilter): Condition | undefined {
  const { kind, subject, from, to, text = '' } = filter;
  const parts: Condition[] = [
    ...(kind === undefined ? [] : [kindCondition(kind)]),
    ...(subject === undefined ? [] : [{ sql: 'e.subject = ?', parameters: [subject] }]),
    ...(from === undefined ? [] : [{ sql: 'e.effective_on >= ?', parameters: [from] }]),
    ...(to === undefined ? [] : [{ sql: 'e.effective_on <= ?', parameters: [to] }]),
    ...wordsOf(text).map((word) => ({
      sql: `lower(e.text || ' ' || e.subject) like ? escape '!'`,
      parameters: [word],
    })),
  ];
  return parts.length === 0 ? undefined : both(...parts);
}

/** The kind of entries by hand stands in the text: their index is only found by it. */
function kindCondition(kind: EntryKind): Condition {
  if (kind === 'adjustment') return { sql: `e.kind = 'adjustment'`, parameters: [] };
  return { sql: 'e.kind = ?', parameters: [kind] };
}

/** All of the conditions. */
export function both(...conditions: readonly Condition[]): Condition {
  return {
    sql: conditions.map(({ sql }) => sql).join(' and '),
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

const WORDS_MAX = 8;

/**
 * The words of a search as patterns. Databases fold the case of plain letters only, each in its own
 * way; so any other letter stands for one of its kind: "Übernahme" also finds "übernahme".
 */
function wordsOf(text: string): readonly string[] {
  const words = text.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
  return [...new Set(words)]
    .slice(0, WORDS_MAX)
    .map((word) => `%${word.replace(/[!%_]/g, '!$&').replace(/[^\x20-\x7e]/gu, '_')}%`);
}
