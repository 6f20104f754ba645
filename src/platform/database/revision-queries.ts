import type { EntityTarget, ObjectLiteral, Repository, SelectQueryBuilder } from 'typeorm';
import type { Instant } from '../../domain/calendar/instant.js';
import type { RevisionColumns } from './revision-columns.js';

/** The class of a fact's rows. */
export type FactClass<Row extends RevisionColumns> = new () => Row;

/** A `Reader`, or a `Tx` that sees its own writing. */
export interface RevisionSource {
  repository<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
  ): Pick<Repository<Row>, 'createQueryBuilder'>;
}

/** Which facts are asked for. */
export interface RevisionFilter<Row> {
  /** As the book knew them at this instant; absent: now. */
  readonly knownAt?: Instant | undefined;
  readonly ids?: readonly string[] | undefined;
  /** Equal in these columns, or one of a list; of the newest revision, not of an older one. */
  readonly where?: ColumnFilter<Row>;
  /** Facts that were taken back too: the mark of a fact counts the rows that left it. */
  readonly withWithdrawn?: boolean;
}

/** Equal in these columns, or one of a list. */
export type ColumnFilter<Row> = { readonly [Key in keyof Row]?: Row[Key] | readonly Row[Key][] };

const IDS_PER_QUERY = 500;

/** Of each fact the newest revision that was known, in order of id; withdrawn facts are gone. */
export async function latestRevisions<Row extends RevisionColumns>(
  source: RevisionSource,
  entity: FactClass<Row>,
  filter: RevisionFilter<Row> = {},
): Promise<Row[]> {
  const { ids } = filter;
  if (ids === undefined) return latest(source, entity, filter).getMany();
  const rows: Row[] = [];
  const sorted = [...new Set(ids)].sort();
  for (let start = 0; start < sorted.length; start += IDS_PER_QUERY) {
    const part = sorted.slice(start, start + IDS_PER_QUERY);
    const query = latest(source, entity, filter).andWhere('fact.id in (:...part)', { part });
    rows.push(...(await query.getMany()));
  }
  return rows;
}

/** One fact as it was known, unless there is none or it was withdrawn. */
export async function latestRevision<Row extends RevisionColumns>(
  source: RevisionSource,
  entity: FactClass<Row>,
  id: string,
  { knownAt }: { readonly knownAt?: Instant | undefined } = {},
): Promise<Row | undefined> {
  const [row] = await latestRevisions(source, entity, { ids: [id], knownAt });
  return row;
}

/** The whole history of one fact, oldest first, with what was withdrawn. */
export async function revisionsOf<Row extends RevisionColumns>(
  source: RevisionSource,
  entity: FactClass<Row>,
  id: string,
): Promise<Row[]> {
  return source
    .repository<Row>(entity)
    .createQueryBuilder('fact')
    .where('fact.id = :id', { id })
    .orderBy('fact.revision')
    .getMany();
}

/**
 * All revisions of each fact that ever was so, with what was withdrawn: the parts of a fact, for
 * its history, among them those that have left it.
 */
export async function revisionsWhere<Row extends RevisionColumns>(
  source: RevisionSource,
  entity: FactClass<Row>,
  where: ColumnFilter<Row>,
): Promise<Row[]> {
  const query = source.repository<Row>(entity).createQueryBuilder('fact');
  const ever = query.subQuery().select('ever.id').from(entity, 'ever');
  restrictAll(ever, 'ever', where);
  return query
    .where(`fact.id in ${ever.getQuery()}`)
    .setParameters(ever.getParameters())
    .orderBy('fact.id')
    .addOrderBy('fact.revision')
    .getMany();
}

function latest<Row extends RevisionColumns>(
  source: RevisionSource,
  entity: FactClass<Row>,
  { knownAt, where = {}, withWithdrawn = false }: RevisionFilter<Row>,
): SelectQueryBuilder<Row> {
  const query = source.repository<Row>(entity).createQueryBuilder('fact');
  const newest = query.subQuery().select('max(newer.revision)').from(entity, 'newer');
  newest.where('newer.id = fact.id');
  if (knownAt !== undefined) newest.andWhere('newer.recordedAt <= :knownAt', { knownAt });
  query.where(`fact.revision = ${newest.getQuery()}`, { knownAt });
  if (!withWithdrawn) query.andWhere('fact.withdrawn = :withdrawn', { withdrawn: false });
  restrictAll(query, 'fact', where);
  return query.orderBy('fact.id');
}

function restrictAll<Row extends RevisionColumns>(
  query: SelectQueryBuilder<Row>,
  alias: string,
  where: ColumnFilter<Row>,
): void {
  for (const [key, wanted] of Object.entries(where)) {
    if (wanted !== undefined)
      restrict(query, alias, key, Array.isArray(wanted) ? wanted : [wanted]);
  }
}

function restrict<Row extends RevisionColumns>(
  query: SelectQueryBuilder<Row>,
  alias: string,
  column: string,
  wanted: readonly unknown[],
): void {
  const values = wanted.filter((value) => value !== null);
  const conditions = [
    ...(values.length > 0 ? [`${alias}.${column} in (:...${column})`] : []),
    ...(values.length < wanted.length ? [`${alias}.${column} is null`] : []),
  ];
  query.andWhere(conditions.length > 0 ? `(${conditions.join(' or ')})` : '1 = 0', {
    [column]: values,
  });
}
