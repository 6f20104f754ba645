import type { AddedRevision } from '../../platform/database/revision-watchers.js';
import { canonicalJson } from '../../platform/database/canonical-json.js';
import type {
  AuditChange,
  AuditedFact,
  AuditEntry,
  AuditObject,
  AuditValue,
} from './audit.types.js';

/** What each revision has beside the fact; told by columns of their own. */
const BESIDE_THE_FACT = new Set([
  ...['id', 'revision', 'recordedAt', 'recordedBy', 'reason', 'withdrawn'],
]);

/** So many revisions of one transaction the system tells one by one; of more, only how many. */
const TOLD_ONE_BY_ONE = 10;

/** How a revision stands in the audit trail. */
export interface RevisionEvent extends AuditEntry {
  readonly by: string;
}

/**
 * A revision as an event.
 *
 * @param fact undefined: nobody has said what the table is; then only is told which fields changed
 */
export function revisionEvent(
  { table, before, after, key }: AddedRevision,
  fact: AuditedFact | undefined,
): RevisionEvent {
  const { kind, partOf, personal } = fact ?? { kind: table };
  const own: AuditObject = { kind, id: after.id };
  const whole = partOf && { kind: partOf.kind, id: textAt(after, partOf.at) };
  const isPersonal = (field: string): boolean => fact === undefined || !!personal?.includes(field);
  return {
    action: actionOf(before, after),
    object: whole ?? own,
    ...(whole && { part: own }),
    by: after.recordedBy,
    revision: { before: before?.revision ?? 0, after: after.revision },
    changes: after.withdrawn ? [] : changesBetween(before, after, isPersonal),
    reason: after.reason,
    ...(key !== undefined && { commandKey: key }),
  };
}

/**
 * The events of one transaction: what the system takes in by the hundred is one event, that counts.
 */
export function summarised(events: readonly RevisionEvent[]): readonly RevisionEvent[] {
  const bySystem = events.filter(({ by }) => by.startsWith('system:'));
  const [first] = bySystem;
  if (first === undefined || bySystem.length <= TOLD_ONE_BY_ONE) return events;
  const counts = new Map<string, number>();
  for (const { object, part } of bySystem) {
    const { kind } = part ?? object;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const changes = [...counts].map(([field, count]) => ({ field, new: count }));
  const object = { kind: 'book', id: 'book' };
  const { by, reason = '' } = first;
  const taken: RevisionEvent = { action: 'taken-in', object, by, changes, reason };
  return [taken, ...events.filter(({ by: who }) => !who.startsWith('system:'))];
}

function actionOf(
  before: AddedRevision['before'],
  after: AddedRevision['after'],
): 'recorded' | 'corrected' | 'withdrawn' {
  if (after.withdrawn) return 'withdrawn';
  return before === undefined || before.withdrawn ? 'recorded' : 'corrected';
}

/** What is other than before, field by field; of a new fact all that it says. */
function changesBetween(
  before: object | undefined,
  after: object,
  isPersonal: (field: string) => boolean,
): readonly AuditChange[] {
  const [old, now] = [leavesOf(before ?? {}), leavesOf(after)];
  const changes: AuditChange[] = [];
  for (const field of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(field), now.get(field)];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    if (isPersonal(field.split('.')[0] ?? ''))
      changes.push({ field: topOf(field), isPersonal: true });
    else
      changes.push({
        field,
        ...(was !== undefined && { old: was }),
        ...(is !== undefined && { new: is }),
      });
  }
  return withoutRepeats(changes);
}

function topOf(field: string): string {
  return field.split('.')[0] ?? field;
}

/** A personal value of several parts is told once. */
function withoutRepeats(changes: readonly AuditChange[]): readonly AuditChange[] {
  const told = new Set<string>();
  return changes.filter(({ field }) => !told.has(field) && told.add(field));
}

/** The values of a fact by their path; what is empty is not told. */
function leavesOf(row: object): ReadonlyMap<string, AuditValue> {
  const plain = JSON.parse(canonicalJson({ ...row })) as Record<string, unknown>;
  const leaves = new Map<string, AuditValue>();
  for (const [field, value] of Object.entries(plain)) {
    if (!BESIDE_THE_FACT.has(field)) addLeaves(leaves, field, value);
  }
  return leaves;
}

function addLeaves(leaves: Map<string, AuditValue>, path: string, value: unknown): void {
  if (value === null || value === '') return;
  if (typeof value !== 'object') leaves.set(path, value as AuditValue);
  else if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) {
    if (value.length > 0) leaves.set(path, value as AuditValue);
  } else {
    for (const [key, each] of Object.entries(value)) addLeaves(leaves, `${path}.${key}`, each);
  }
}

function textAt(row: object, field: string): string {
  const value: unknown = Reflect.get(row, field);
  return typeof value === 'string' ? value : '';
}
