import { AUDIT_ACTIONS } from '../../identity/audit/audit.types.js';
import type { AuditFilter } from '../../identity/audit/audit.queries.js';
import type { AuditAction } from '../../identity/identity.js';
import { addDays, type PlainDate } from '../../domain/calendar/plain-date.js';
import { queryText, type PageQuery } from '../as-of/as-of.js';
import { endOfDay } from '../as-of/known-at.js';
import { readDay } from '../forms/read.js';
import { SEARCH_LENGTH_MAX, type Pair } from '../lists/list-state.js';

export const AUDIT_FORMATS = ['xlsx', 'csv', 'jsonl'] as const;
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

/** Where one is in the audit trail: the last event of the page before. */
export const AFTER = 'nach';
export const WITH_NAMES = 'namen';
const NAMES = ['suche', 'person', 'handlung', 'art', 'objekt', 'vorgang', 'von', 'bis'] as const;
export type AuditField = (typeof NAMES)[number];

const EVENT_ID = /^[0-9A-Z]{26}$/;
const TEXT_MAX = 200;

/** Which events the page is asked for. */
export interface AuditQuestion {
  readonly filter: AuditFilter;
  /** What the address says, as far as it could be read; links repeat it. */
  readonly pairs: readonly Pair[];
  /** What was typed that could not be read, by field. */
  readonly mistakes: ReadonlyMap<string, { readonly text: string; readonly error: string }>;
  readonly after: string;
  readonly format: AuditFormat | undefined;
  /** A file with the names of people, not only with their numbers (R43). */
  readonly withNames: boolean;
}

/** Reads the address; what cannot be read is told at its field, and as if it were not given. */
export function readAuditQuestion(query: PageQuery): AuditQuestion {
  const mistakes = new Map<string, { text: string; error: string }>();
  const pairs: Pair[] = [];
  let filter: AuditFilter = {};
  for (const name of NAMES) {
    const text = queryText(query, name).slice(0, name === 'suche' ? SEARCH_LENGTH_MAX : TEXT_MAX);
    if (text === '') continue;
    const read = READERS[name](text);
    if (typeof read === 'string') mistakes.set(name, { text, error: read });
    else {
      filter = { ...filter, ...read };
      pairs.push({ name, value: text });
    }
  }
  const after = queryText(query, AFTER);
  return {
    ...{ filter, pairs, mistakes },
    after: EVENT_ID.test(after) ? after : '',
    format: AUDIT_FORMATS.find((format) => format === queryText(query, 'format')),
    withNames: queryText(query, WITH_NAMES) === 'ja',
  };
}

const READERS: Readonly<Record<AuditField, (text: string) => AuditFilter | string>> = {
  suche: (text) => ({ text }),
  person: (actor) => ({ actor }),
  handlung: (text) => {
    const action = AUDIT_ACTIONS.find((known): known is AuditAction => known === text);
    return action === undefined ? 'Diese Handlung gibt es nicht.' : { action };
  },
  art: (objectKind) => ({ objectKind }),
  objekt: (text) => {
    const [kind = '', ...id] = text.split(':');
    return { object: { kind, id: id.join(':') } };
  },
  vorgang: (commandKey) => ({ commandKey }),
  von: (text) => onDay(text, (day) => ({ since: endOfDay(addDays(day, -1)) })),
  bis: (text) => onDay(text, (day) => ({ until: endOfDay(day) })),
};

function onDay(text: string, filterOf: (day: PlainDate) => AuditFilter): AuditFilter | string {
  const read = readDay(text);
  return read.ok ? filterOf(read.value) : read.error;
}
