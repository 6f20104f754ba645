import { Injectable } from '@nestjs/common';
import { canonicalJson } from '../../platform/database/canonical-json.js';
import { insertions } from '../../platform/database/insert-rows.js';
import { RevisionWatchers, type AddedRevision } from '../../platform/database/revision-watchers.js';
import { UnitOfWork, type SqlValue, type Tx } from '../../platform/database/unit-of-work.js';
import { Ids } from '../../platform/ids/ids.js';
import { acting, type Acting } from '../acting.js';
import type { AuditEntry } from './audit.types.js';
import { AuditFacts } from './audit-facts.js';
import { revisionEvent, summarised, type RevisionEvent } from './revision-event.rules.js';

const EVENTS = 'audit events';
const REVISIONS = 'audit revisions';

const EVENT_COLUMNS = [
  ...['id', 'at', 'actor', 'session_id', 'origin_id', 'action', 'object_kind', 'object_id'],
  ...['part_kind', 'part_id', 'revision_before', 'revision_after', 'changes', 'reason'],
  'command_key',
];
const ORIGIN_COLUMNS = ['id', 'at', 'address'];

/** What is told, and who asked when it was. */
interface ToldEntry {
  readonly entry: AuditEntry;
  readonly who: Acting;
}

/**
 * "Protokoll": who did what to which object, written in the transaction of what it tells. Each
 * revision of a fact is told by itself; what is no revision, whoever does it tells.
 */
@Injectable()
export class AuditTrail {
  constructor(
    watchers: RevisionWatchers,
    private readonly facts: AuditFacts,
    private readonly ids: Ids,
    private readonly unitOfWork: UnitOfWork,
  ) {
    watchers.register((tx, added) => {
      this.tellRevisions(tx, added);
    });
  }

  /**
   * Tells of something that is done in this transaction; it is written at its end, or not at all.
   * Names, mail addresses and salaries never stand in it: see `AuditChange.isPersonal`.
   */
  record(tx: Tx, entry: AuditEntry): void {
    this.tell(tx, [{ entry, who: acting() }]);
  }

  /** Tells of something that changes nothing in the book: a reading, an attempt, a refusal. */
  async note(entry: AuditEntry, who: Acting = acting()): Promise<void> {
    await this.unitOfWork.note((tx) => {
      this.tell(tx, [{ entry, who }]);
      return Promise.resolve();
    });
  }

  /** Of one transaction all at once: what the system takes in is counted. */
  private tellRevisions(tx: Tx, added: readonly AddedRevision[]): void {
    const who = acting();
    const events = added.map((each) => revisionEvent(each, this.facts.of(each.table)));
    tx.gather<RevisionEvent>(REVISIONS, events, (all) => {
      this.tell(
        tx,
        summarised(all).map((entry) => ({ entry, who })),
      );
      return Promise.resolve();
    });
  }

  private tell(tx: Tx, entries: readonly ToldEntry[]): void {
    tx.gather<ToldEntry>(EVENTS, entries, (all) => this.write(tx, all));
  }

  private async write(tx: Tx, told: readonly ToldEntry[]): Promise<void> {
    const origins = new Map<string, string>();
    const rows = told.map(({ entry, who }) => this.rowOf(tx, entry, { who, origins }));
    const places = [...origins].map(([address, id]): SqlValue[] => [id, tx.at, address]);
    await tx.together([
      ...insertions('audit_origin', ORIGIN_COLUMNS, places),
      ...insertions('audit_event', EVENT_COLUMNS, rows),
    ]);
  }

  /** @param origins the addresses of this transaction; a new one is added */
  private rowOf(
    { at }: Tx,
    { action, object, part, by, revision, changes = [], reason = '', commandKey = '' }: AuditEntry,
    { who, origins }: { readonly who: Acting; readonly origins: Map<string, string> },
  ): SqlValue[] {
    const actor = by ?? who.ref;
    const isTheirs = actor === who.ref;
    const { address } = who;
    if (address !== undefined && !origins.has(address)) origins.set(address, this.ids.newId());
    const origin = address === undefined ? undefined : origins.get(address);
    return [
      ...[this.ids.newId(), at, actor, (isTheirs ? who.session : undefined) ?? null],
      ...[origin ?? null, action, object.kind, object.id.slice(0, ID_LENGTH_MAX)],
      ...[part?.kind ?? null, part?.id.slice(0, ID_LENGTH_MAX) ?? null],
      ...[revision?.before ?? null, revision?.after ?? null],
      ...[canonicalJson(changes), reason, commandKey],
    ];
  }
}

const ID_LENGTH_MAX = 200;
