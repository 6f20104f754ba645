import type { Engine } from '../database/engine.js';
import type { Reader } from '../database/reader.js';
import type { BookCheck, CheckReport } from './book-check.js';

const TRIGGERS: Readonly<Record<Engine, string>> = {
  sqlite: `select name from sqlite_master where type = 'trigger'`,
  postgres: `select tgname as name from pg_trigger where not tgisinternal and tgenabled in ('O', 'A')`,
};

/** Whether each table that only grows is still kept from change by the database. */
export class GuardsCheck implements BookCheck {
  readonly name = 'Schutz der Tabellen';

  constructor(private readonly engine: Engine) {}

  async run(reader: Reader, report: CheckReport): Promise<string> {
    const tables = await reader.all<{ name: string }>(
      'select name from append_only_table order by name',
    );
    const names = tables.flatMap(({ name }) => guardsOf(this.engine, name));
    await ensureTriggers(reader, this.engine, names, report);
    return `${tables.length} Tabellen`;
  }
}

/** The names of the triggers that keep a table from change; see `makeAppendOnly`. */
export function guardsOf(engine: Engine, table: string): readonly string[] {
  return engine === 'postgres'
    ? [`${table}_append_only`]
    : [`${table}_no_delete`, `${table}_no_replace`, `${table}_no_update`];
}

/** Reports each trigger of `names` that the database does not have, or does not fire. */
export async function ensureTriggers(
  reader: Reader,
  engine: Engine,
  names: readonly string[],
  report: CheckReport,
): Promise<void> {
  const rows = await reader.all<{ name: string }>(TRIGGERS[engine]);
  const standing = new Set(rows.map(({ name }) => name));
  for (const name of names.filter((expected) => !standing.has(expected))) {
    report.broken({
      place: `Trigger ${name}`,
      expected: 'steht in der Datenbank und wirkt',
      found: 'fehlt oder ist abgeschaltet',
    });
  }
}
