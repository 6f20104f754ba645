import { strict as assert } from 'node:assert';
import type { DeepPartial, EntityTarget, Repository } from 'typeorm';
import { isUniqueViolation, TransactionOutpaced } from './database-failure.js';
import { StaleRevision, UnknownFact } from './database.errors.js';
import type { Fact, RevisionColumns } from './revision-columns.js';
import { latestRevisions, type FactClass } from './revision-queries.js';
import { lockingClause, tellAdded } from './typeorm-tx.js';
import type { Tx } from './unit-of-work.js';
import { marksFor } from './marks.js';

/** Who states a fact, why, and on which revision they looked. */
export interface Statement {
  /** `person:…`, `token:…` or `system:…`. */
  readonly by: string;
  readonly reason: string;
  /** The revision that the author saw; 0: there was none. Absent: whatever is there. */
  readonly expected?: number;
  /** Of the command, for the audit trail. */
  readonly key?: string;
}

const ROWS_PER_INSERT = 100;

/**
 * Adds the next revision of a fact.
 *
 * @throws StaleRevision if the fact is no longer at the expected revision.
 */
export async function appendRevision<Row extends RevisionColumns>(
  tx: Tx,
  entity: FactClass<Row>,
  fact: Fact<Row>,
  statement: Statement,
): Promise<Row> {
  const [row] = await appendRevisions(tx, entity, [fact], statement);
  assert(row);
  return row;
}

/** As `appendRevision`, for many facts of different ids at once. */
export async function appendRevisions<Row extends RevisionColumns>(
  tx: Tx,
  entity: FactClass<Row>,
  facts: readonly Fact<Row>[],
  statement: Statement,
): Promise<Row[]> {
  return append(tx, entity, facts, { ...statement, withdrawn: false });
}

/**
 * As `appendRevision`, for a fact that its author found in the book as little as their rules did:
 * there is none of this id, or it was withdrawn.
 *
 * @throws TransactionOutpaced if it has come meanwhile: run again, the rules refuse it by name.
 */
export async function addFact<Row extends RevisionColumns>(
  tx: Tx,
  entity: FactClass<Row>,
  fact: Fact<Row>,
  statement: Statement,
): Promise<Row> {
  const [row] = await addFacts(tx, entity, [fact], statement);
  assert(row);
  return row;
}

/** As `addFact`, for many facts of different ids at once. */
export async function addFacts<Row extends RevisionColumns>(
  tx: Tx,
  entity: FactClass<Row>,
  facts: readonly Fact<Row>[],
  statement: Statement,
): Promise<Row[]> {
  return append(tx, entity, facts, { ...statement, withdrawn: false, isNew: true });
}

/**
 * Takes a fact back: a last revision with the same figures, marked as withdrawn.
 * @param isAgain whether it may be withdrawn already: one more statement about it
 * @throws UnknownFact if there is none, StaleRevision as above.
 */
export async function withdrawFact<Row extends RevisionColumns>(
  tx: Tx,
  entity: FactClass<Row>,
  id: string,
  statement: Statement,
  isAgain = false,
): Promise<Row> {
  const [latest] = await latestRevisions(tx, entity, { ids: [id], withWithdrawn: isAgain });
  if (latest === undefined) throw new UnknownFact({ id });
  const [row] = await append(tx, entity, [latest], { ...statement, withdrawn: true });
  assert(row);
  return row;
}

/**
 * Holds a fact of several rows by its head until the transaction ends, so that nobody adds to any
 * of its parts meanwhile; whoever changes a part does this first.
 */
export async function holdFact<Row extends RevisionColumns>(
  tx: Tx,
  entity: EntityTarget<Row>,
  id: string,
): Promise<void> {
  await holdFacts(tx, entity, [id]);
}

/** As `holdFact`, for many facts: in one order for all, so that nobody waits in a circle. */
export async function holdFacts<Row extends RevisionColumns>(
  tx: Tx,
  entity: EntityTarget<Row>,
  ids: readonly string[],
): Promise<void> {
  const locking = lockingClause(tx);
  if (locking === '') return;
  const { tablePath } = tx.repository(entity).metadata;
  const sorted = [...new Set(ids)].toSorted();
  for (let start = 0; start < sorted.length; start += ROWS_PER_INSERT) {
    const part = sorted.slice(start, start + ROWS_PER_INSERT);
    const marks = marksFor(part);
    const heads = `select id from ${tablePath} where id in (${marks}) order by id, revision`;
    await tx.run(heads + locking, part);
  }
}

/**
 * What the author saw is what stands there.
 *
 * @param expected the revision of the whole fact that the author saw; absent: whatever is there
 * @throws StaleRevision
 */
export function ensureSeen(id: string, current: number, expected: number | undefined): void {
  if (expected !== undefined && expected !== current) {
    throw new StaleRevision({ id, expected, current });
  }
}

interface Appending extends Statement {
  readonly withdrawn: boolean;
  readonly isNew?: boolean;
}

async function append<Row extends RevisionColumns>(
  tx: Tx,
  entity: FactClass<Row>,
  facts: readonly Fact<Row>[],
  { by, reason, expected, withdrawn, key, isNew = false }: Appending,
): Promise<Row[]> {
  const ids = facts.map(({ id }) => id);
  assert(new Set(ids).size === ids.length, 'one revision of a fact at a time');
  const current = await currentRevisions(tx, entity, ids);
  const rows = facts.map((fact): Row => {
    const newest = current.get(fact.id);
    const revision = newest?.revision ?? 0;
    if (isNew && newest?.withdrawn === false) throw new TransactionOutpaced('stated meanwhile');
    if (expected !== undefined && expected !== revision) {
      throw new StaleRevision({ id: fact.id, expected, current: revision });
    }
    const added = { revision: revision + 1, recordedAt: tx.at, recordedBy: by, reason, withdrawn };
    return tx.repository<Row>(entity).create({ ...fact, ...added } as DeepPartial<Row>);
  });
  for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
    await insert(tx.repository<Row>(entity), rows.slice(start, start + ROWS_PER_INSERT));
  }
  const table = tx.repository(entity).metadata.tableName;
  const added = rows.map((after) => ({ table, before: current.get(after.id), after, key }));
  tellAdded(tx, added);
  return rows;
}

/** Two who state a new fact at once both make its first revision: the second is run again. */
async function insert<Row extends RevisionColumns>(
  repository: Repository<Row>,
  rows: readonly Row[],
): Promise<void> {
  try {
    await repository.insert(rows as unknown as Parameters<Repository<Row>['insert']>[0]);
  } catch (error) {
    throw isUniqueViolation(error)
      ? new TransactionOutpaced('same revision', { cause: error })
      : error;
  }
}

/** The newest revision of each fact; until the transaction ends nobody else can add to them. */
async function currentRevisions<Row extends RevisionColumns>(
  tx: Tx,
  entity: FactClass<Row>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Row>> {
  await holdFacts(tx, entity, ids);
  const rows = await latestRevisions(tx, entity, { ids, withWithdrawn: true });
  return new Map(rows.map((row) => [row.id, row]));
}
