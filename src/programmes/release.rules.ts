import { canonicalJson } from '../platform/database/canonical-json.js';
import type {
  ComponentDefinition,
  DefinitionFile,
  LawTableDefinition,
  ProgrammeDefinition,
} from './definitions/definition.js';
import { findingAt, type Finding } from './definitions/finding.js';

/** A row of a shipped file that is to be released, or was released before. */
export interface ReleasableRow {
  readonly kind: string;
  readonly key: string;
  /** Canonical JSON. */
  readonly content: string;
  readonly file: DefinitionFile;
  readonly path: string;
}

export const PUBLISHED_UNTIL = 'published-until';

/** The rows of programmes and law tables; other kinds of file have none. */
export function releasableRows(files: readonly DefinitionFile[]): ReleasableRow[] {
  return files.flatMap((file) => {
    if (file.definition.kind === 'programme') return programmeRows(file, file.definition);
    return file.definition.kind === 'law' ? lawRows(file, file.definition) : [];
  });
}

/** Refuses a row that says something else than it said when it was released. */
export function changedRows(
  rows: readonly ReleasableRow[],
  released: ReadonlyMap<string, string>,
): Finding[] {
  return rows.flatMap((row) => {
    const before = released.get(rowId(row));
    if (before === undefined || before === row.content) return [];
    const message =
      `Die Zeile „${row.kind} ${row.key}“ ist veröffentlicht und darf sich nicht ändern. ` +
      `${differenceText(before, row.content)} ` +
      'Nehmen Sie die Änderung zurück und fügen Sie eine neue Zeile mit einem späteren Gültigkeitstag hinzu.';
    return [findingAt(row.file, row.path, message)];
  });
}

export function rowId({ kind, key }: Pick<ReleasableRow, 'kind' | 'key'>): string {
  return `${kind} ${key}`;
}

function differenceText(before: string, after: string): string {
  const old = JSON.parse(before) as Record<string, unknown>;
  const now = JSON.parse(after) as Record<string, unknown>;
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return names
    .filter((name) => canonicalJson(old[name]) !== canonicalJson(now[name]))
    .map((name) => `${name}: bisher ${shown(old[name])}, jetzt ${shown(now[name])}.`)
    .join(' ');
}

function shown(value: unknown): string {
  return value === undefined
    ? 'nichts'
    : `„${typeof value === 'string' ? value : canonicalJson(value)}“`;
}

function programmeRows(file: DefinitionFile, programme: ProgrammeDefinition): ReleasableRow[] {
  const { components, ...head } = programme;
  return [
    { kind: 'programme', key: head.id, content: canonicalJson(head), file, path: 'id' },
    ...components.flatMap((component, index) =>
      componentRows(file, programme.id, component, `components[${index}]`),
    ),
  ];
}

function componentRows(
  file: DefinitionFile,
  programme: string,
  component: ComponentDefinition,
  path: string,
): ReleasableRow[] {
  const { regimes, rates, fixedSums, ...head } = component;
  const row = (kind: string, key: string, content: object, inner: string): ReleasableRow => ({
    kind,
    key,
    content: canonicalJson(content),
    file,
    path: `${path}.${inner}`,
  });
  const { id } = component;
  return [
    row('component', id, { ...head, programme }, 'id'),
    ...regimes.map((regime, at) =>
      row('regime', `${id}/${regime.fromYear}`, { ...regime, component: id }, `regimes[${at}]`),
    ),
    ...rates.map((rate, at) =>
      row(
        'rate',
        `${id}/${rate.kind}/${rate.validFrom}`,
        { ...rate, component: id },
        `rates[${at}]`,
      ),
    ),
    ...fixedSums.map((item, at) =>
      row(
        'fixed-sum',
        `${id}/${item.key}/${item.validFrom}`,
        { ...item, component: id },
        `fixedSums[${at}]`,
      ),
    ),
  ];
}

function lawRows(
  file: DefinitionFile,
  { table, rows, publishedUntil }: LawTableDefinition,
): ReleasableRow[] {
  const released = rows.map((row, at) => ({
    kind: table,
    key: `${row.key}/${row.validFrom}`,
    content: canonicalJson(row),
    file,
    path: `rows[${at}]`,
  }));
  if (publishedUntil === undefined) return released;
  const content = canonicalJson({ table, publishedUntil });
  const key = `${table}/${publishedUntil}`;
  return [...released, { kind: PUBLISHED_UNTIL, key, content, file, path: 'publishedUntil' }];
}
