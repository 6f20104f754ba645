import type { Instant } from '../../domain/calendar/instant.js';
import type { SqlValue } from '../../platform/database/unit-of-work.js';
import { marksFor } from '../../platform/database/marks.js';
import type { AuditAction, AuditObject } from './audit.types.js';

/** Which events are asked for; absent: whatever they say. */
export interface AuditFilter {
  readonly actor?: string;
  readonly action?: AuditAction;
  readonly objectKind?: string;
  /** The object itself, with what happened to its parts. */
  readonly object?: AuditObject;
  /** Only objects of these kinds: what the reader may see. */
  readonly kinds?: readonly string[];
  /** Later than this. */
  readonly since?: Instant;
  /** Then, or earlier. */
  readonly until?: Instant;
  /** Words that must all stand in reason, object or changed values. */
  readonly text?: string;
  /** Each change of one command belongs together. */
  readonly commandKey?: string;
}

interface Condition {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

const WORDS_MAX = 8;

/** The filter as a condition on `audit_event e`, before the event that a page ended with. */
export function conditionOf(filter: AuditFilter, after: string | undefined): Condition {
  const { actor, action, objectKind, object, kinds, since, until, text = '', commandKey } = filter;
  const parts: Condition[] = [
    ...equal('e.actor', actor),
    ...equal('e.action', action),
    ...equal('e.object_kind', object?.kind ?? objectKind),
    ...equal('e.object_id', object?.id),
    ...equal('e.command_key', commandKey),
    ...(kinds ? [{ sql: `e.object_kind in (${marksFor(kinds)})`, parameters: kinds }] : []),
    ...(since ? [{ sql: 'e.at > ?', parameters: [since] }] : []),
    ...(until ? [{ sql: 'e.at <= ?', parameters: [until] }] : []),
    ...(after ? [{ sql: 'e.id < ?', parameters: [after] }] : []),
    ...wordsOf(text).map((word) => ({ sql: `${SEARCHED} like ? escape '!'`, parameters: [word] })),
  ];
  return {
    sql: ['1 = 1', ...parts.map(({ sql }) => sql)].join(' and '),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

const SEARCHED = `lower(e.reason || ' ' || e.object_id || ' ' || coalesce(e.part_id, '') || ' ' || e.changes)`;

function equal(column: string, value: string | undefined): readonly Condition[] {
  return value === undefined ? [] : [{ sql: `${column} = ?`, parameters: [value] }];
}

/** Any letter beyond plain ones stands for one of its kind: databases fold the case of plain ones only. */
function wordsOf(text: string): readonly string[] {
  const words = text.normalize('NFC').toLowerCase().split(/\s+/).filter(Boolean);
  return [...new Set(words)]
    .slice(0, WORDS_MAX)
    .map((word) => `%${word.replace(/[!%_]/g, '!$&').replace(/[^\x20-\x7e]/gu, '_')}%`);
}
