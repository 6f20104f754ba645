import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type { Clause } from './basics.definition.js';

/** A dated row of law; `value` is exact decimal text ("3.12", "-0.88", "5"). */
export interface LawRow {
  readonly key: string;
  readonly validFrom: PlainDate;
  readonly value: string;
  readonly clause: Clause;
}

export const LAW_TABLES = [
  'base-rate',
  'interest-margin',
  'one-off-holiday',
  'small-amount',
  'retention',
] as const;
/**
 * `base-rate`: percent a year (§ 247 BGB), key "base-rate". `interest-margin`: points, key = an
 * {@link InterestBasis}. `one-off-holiday`: key = name, validFrom = the day. `small-amount`: euros.
 * `retention`: years.
 */
export type LawTableName = (typeof LAW_TABLES)[number];

export interface LawTableDefinition {
  readonly kind: 'law';
  readonly table: LawTableName;
  /** The last day for which the table says anything; a later day is an error, never a guess. */
  readonly publishedUntil?: PlainDate;
  readonly rows: readonly LawRow[];
}
