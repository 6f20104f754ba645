import type { Catalog } from '../database/append-only.js';
import type { Engine } from '../database/engine.js';
import type { CheckReport } from './book-check.js';

/** What the database itself holds: triggers by name, and the functions that PostgreSQL's call, as created. */
export interface Guards {
  readonly sqlite: Texts;
  readonly postgres: Texts;
  readonly functions: readonly string[];
}

/** Reports each guard that is missing, switched off, or another one than was made. */
export async function ensureGuards(
  catalog: Catalog,
  { functions, ...triggers }: Guards,
  report: CheckReport,
): Promise<void> {
  await ensureTriggers(catalog, triggers[catalog.engine], report);
  await ensureFunctions(catalog, functions, report);
}

/** Texts by name, as they were made. */
export type Texts = Readonly<Record<string, string>>;

interface TextRow {
  readonly name: string;
  readonly text: string;
}

const TRIGGERS: Readonly<Record<Engine, string>> = {
  sqlite: `select name, sql as text from sqlite_master where type = 'trigger'`,
  postgres: `select tgname as name, pg_get_triggerdef(oid, true) as text
    from pg_trigger where not tgisinternal and tgenabled in ('O', 'A')`,
};

/**
 * Reports each trigger that the database does not have, does not fire, or has with another text:
 * one of the right name may do nothing.
 */
export async function ensureTriggers(
  catalog: Catalog,
  expected: Texts,
  report: CheckReport,
): Promise<void> {
  const rows = await catalog.all<TextRow>(TRIGGERS[catalog.engine]);
  tellTexts('Trigger', rows, expected, textOn(catalog.engine), report);
}

/** The same for the functions that PostgreSQL's triggers call. @param made as they were created */
export async function ensureFunctions(
  catalog: Catalog,
  made: readonly string[],
  report: CheckReport,
): Promise<void> {
  if (catalog.engine === 'sqlite') return;
  const rows = await catalog.all<TextRow>(
    `select proname as name, prosrc as text from pg_proc
     where pg_function_is_visible(oid) and prorettype = 'trigger'::regtype`,
  );
  const expected = Object.fromEntries(made.map((text) => [functionName(text), bodyOf(text)]));
  tellTexts('Funktion', rows, expected, (text) => text, report);
}

function tellTexts(
  what: string,
  rows: readonly TextRow[],
  expected: Texts,
  normal: (text: string) => string,
  report: CheckReport,
): void {
  const standing = new Map(rows.map(({ name, text }) => [name, text]));
  for (const [name, text] of Object.entries(expected)) {
    const found = standing.get(name);
    const place = `${what} ${name}`;
    if (found === undefined) {
      const wanted = 'steht in der Datenbank und wirkt';
      report.broken({ place, expected: wanted, found: 'fehlt oder ist abgeschaltet' });
    } else if (normal(found) !== normal(text)) {
      const wanted = 'lautet wie vom Programm angelegt';
      report.broken({ place, expected: wanted, found: 'lautet anders' });
    }
  }
}

/** What of a text tells whether it is the same. */
function textOn(engine: Engine): (text: string) => string {
  return engine === 'sqlite' ? sqliteText : postgresText;
}

/** SQLite keeps the text, and writes its beginning itself. */
function sqliteText(text: string): string {
  return oneSpaced(text).replace(/^create trigger/i, 'create trigger');
}

/** PostgreSQL writes the text anew: without quotes, events in its own order. */
function postgresText(text: string): string {
  return oneSpaced(text)
    .toLowerCase()
    .replaceAll('"', '')
    .replace(/(?<= (?:before|after) )[a-z ]+?(?= on )/, (events) =>
      events.split(' or ').toSorted().join(' or '),
    );
}

function oneSpaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function functionName(text: string): string {
  return /create function (\w+)\(/.exec(text)?.[1] ?? '';
}

function bodyOf(text: string): string {
  return text.split('$$')[1] ?? '';
}
