/** The part of a SQLite connection that is used here. */
export interface SqliteFile {
  prepare(sql: string): { all(): unknown[] };
}

/** What is wrong with the file itself, in the words of SQLite; and what a column holds wrongly. */
export interface FileFlaw {
  /** The table, or '' where SQLite does not say it. */
  readonly table: string;
  readonly text: string;
}

interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
}

const FLAWS_MAX = 100;

/**
 * Reads the whole file: pages, trees, indexes against their tables, checks; and whether each
 * column holds the kind of value that it declares, which SQLite asks for loosely only: a text
 * that became bytes of the same look would pass otherwise.
 */
export function fileFlaws(file: SqliteFile): readonly FileFlaw[] {
  const flaws: FileFlaw[] = [];
  try {
    flaws.push(...integrityFlaws(file));
    for (const table of tablesOf(file)) flaws.push(...kindFlaws(file, table));
  } catch (error) {
    // A page that cannot be read ends the reading, and is a flaw.
    flaws.push({ table: '', text: error instanceof Error ? error.message : String(error) });
  }
  return flaws.slice(0, FLAWS_MAX);
}

function integrityFlaws(file: SqliteFile): readonly FileFlaw[] {
  const rows = file.prepare(`pragma integrity_check(${FLAWS_MAX})`).all();
  return (rows as { integrity_check: string }[])
    .map(({ integrity_check: text }) => ({ table: '', text }))
    .filter(({ text }) => text !== 'ok');
}

function tablesOf(file: SqliteFile): readonly string[] {
  const rows = file
    .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`)
    .all();
  return (rows as { name: string }[]).map(({ name }) => name);
}

function kindFlaws(file: SqliteFile, table: string): readonly FileFlaw[] {
  const columns = file.prepare(`pragma table_info("${table}")`).all() as ColumnRow[];
  const wrong = columns.map((column) => ({
    name: column.name,
    condition: `typeof("${column.name}") not in (${kindsOf(column)})`,
  }));
  const conditions = wrong.map(({ condition }) => condition).join(' or ');
  // A sound table, which is the rule, is read once and nothing is added up.
  const any = file.prepare(`select 1 from "${table}" not indexed where ${conditions} limit 1`);
  if (any.all().length === 0) return [];
  const sums = wrong.map(({ name, condition }) => `sum(${condition}) as "${name}"`);
  const [counts] = file.prepare(`select ${sums.join(', ')} from "${table}" not indexed`).all();
  return Object.entries(counts as Readonly<Record<string, number | null>>)
    .filter(([, count]) => count !== null && count > 0)
    .map(([column, count]) => ({
      table,
      text: `${count ?? 0} Werte der Spalte ${column} sind nicht von der erklärten Art`,
    }));
}

/** Whole numbers and truth values are integers, all else is text. */
function kindsOf({ type, notnull }: ColumnRow): string {
  const kind = /int|bool/i.test(type) ? `'integer'` : `'text'`;
  return notnull === 1 ? kind : `${kind}, 'null'`;
}
