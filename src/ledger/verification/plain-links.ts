import type { PlainDate } from '../../domain/calendar/plain-date.js';
import type { Engine } from '../../platform/database/engine.js';
import type { Reader } from '../../platform/database/reader.js';

/**
 * A link of the chain with its entry, as the database itself writes the text that is hashed: few
 * values for a million of them. Whatever the text does not hash to is read column by column.
 */
export interface PlainLink {
  /** The canonical text before the postings. */
  readonly before: string;
  /** The postings: assignment, line, blank, cents, with a comma between them; see `EntryLook`. */
  readonly posted: string | null;
  /** The canonical text after the postings, with the place in the chain. */
  readonly after: string;
  readonly hash: string;
  readonly id: string;
  readonly day: PlainDate;
  readonly kind: string;
  readonly reverses: string | null;
  /** How many postings the row says that it has. */
  readonly count: number;
}

/** How many links are read at once. */
export const PLAIN_PAGE = 1_000;

/** The next links that name entries of the book, in order; others are left out. */
export function plainLinksAfter(
  reader: Reader,
  engine: Engine,
  sequence: number,
): Promise<readonly PlainLink[]> {
  return reader.all<PlainLink>(LINKS[engine], [sequence]);
}

/** A text in JSON, as `JSON.stringify` writes it: a test holds both databases to that. */
export const JSON_TEXT: Readonly<Record<Engine, (column: string) => string>> = {
  sqlite: (column) => `json_quote(${column})`,
  postgres: (column) => `to_json(${column}::text)::text`,
};

/** SQLite reads postings by their key, in the order of lines; PostgreSQL must be told. */
const IN_ORDER: Readonly<Record<Engine, string>> = { sqlite: '', postgres: ' order by p.line' };

/** What PostgreSQL tells of a date as text. */
const DAY: Readonly<Record<Engine, string>> = {
  sqlite: 'e.effective_on',
  postgres: 'e.effective_on::text',
};

function linksOn(engine: Engine): string {
  const json = JSON_TEXT[engine];
  const day = DAY[engine];
  return `
    select concat('{"content":{"actors":', e.actors, ',"commandKey":', ${json('e.command_key')},
        ',"effectiveOn":"', ${day}, '","format":', e.format, ',"id":"', e.id,
        '","kind":"', e.kind, '","postings":[') as before,
      (select string_agg(concat(p.assignment_id,
          case when p.effective_on = e.effective_on then '' else '!' end,
          p.line, ' ', p.cents), ','${IN_ORDER[engine]})
        from ledger_posting p where p.entry_id = e.id) as posted,
      concat(']', case when e.reverses is null then '' else concat(',"reverses":', ${json('e.reverses')}) end,
        ',"subject":', ${json('e.subject')}, ',"text":', ${json('e.text')},
        ',"type":"entry"},"previousHash":"', c.previous_hash, '","recordedAt":"', c.recorded_at,
        '","sequence":', c.sequence, '}') as after,
      c.hash, e.id, ${day} as day, e.kind, e.reverses, e.postings as count
    from ledger_chain c join ledger_entry e on e.id = c.item_id
    where c.sequence > ? and c.item_kind = 'entry' order by c.sequence limit ${PLAIN_PAGE}`;
}

const LINKS: Readonly<Record<Engine, string>> = {
  sqlite: linksOn('sqlite'),
  postgres: linksOn('postgres'),
};
