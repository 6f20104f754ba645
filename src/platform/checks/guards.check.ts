import {
  appendOnlyTriggers,
  REFUSE_CHANGE_FUNCTION,
  type Catalog,
} from '../database/append-only.js';
import type { Engine } from '../database/engine.js';
import type { Reader } from '../database/reader.js';
import type { BookCheck, CheckReport } from './book-check.js';
import { ensureFunctions, ensureTriggers } from './stored-triggers.js';

/** Whether each table that only grows is still kept from change by the database. */
export class GuardsCheck implements BookCheck {
  readonly name = 'Schutz der Tabellen';

  constructor(private readonly engine: Engine) {}

  async run(reader: Reader, report: CheckReport): Promise<string> {
    const tables = await reader.all<{ name: string }>(
      'select name from append_only_table order by name',
    );
    const catalog = catalogIn(reader, this.engine);
    await ensureFunctions(catalog, [REFUSE_CHANGE_FUNCTION], report);
    for (const { name } of tables) {
      await ensureTriggers(catalog, await appendOnlyTriggers(catalog, name), report);
    }
    return `${tables.length} Tabellen`;
  }
}

export function catalogIn(reader: Pick<Reader, 'all'>, engine: Engine): Catalog {
  return { engine, all: (sql) => reader.all(sql) };
}
