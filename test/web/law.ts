import { loadDefinitions } from '../../src/programmes/definitions/load-definitions.js';
import { LawTables } from '../../src/programmes/law-tables.js';
import { releasableRows } from '../../src/programmes/release.rules.js';

/** The law tables as the shipped files have them, without a database. */
export async function publishedLaw(): Promise<LawTables> {
  const rows = releasableRows(loadDefinitions('contracts').files);
  const tables = new LawTables();
  await tables.reload({
    all: <Row>(_sql: string, [wanted]: readonly unknown[] = []) =>
      Promise.resolve(
        rows.filter(({ kind }) => kind === wanted).map(({ content }) => ({ content })) as Row[],
      ),
  });
  return tables;
}
