import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { marksFor } from '../../platform/database/marks.js';
import { Reader } from '../../platform/database/reader.js';
import { conditionOf, type AuditFilter } from './audit-filter.js';
import type { AuditAction, AuditChange, AuditObject } from './audit.types.js';

export type { AuditFilter } from './audit-filter.js';

/** "Ereignis": who did what to which object, and when. */
export interface AuditEvent {
  readonly id: string;
  readonly at: Instant;
  /** `person:…`, `token:…` or `system:…`. */
  readonly actor: string;
  readonly session: string | undefined;
  /** Undefined: nowhere, or erased. */
  readonly address: string | undefined;
  readonly action: AuditAction;
  readonly object: AuditObject;
  readonly part: AuditObject | undefined;
  /** Null where it is about no revision. */
  readonly revisionBefore: number | null;
  readonly revisionAfter: number | null;
  readonly changes: readonly AuditChange[];
  readonly reason: string;
  readonly commandKey: string;
}

interface EventLine {
  readonly id: string;
  readonly at: Instant;
  readonly actor: string;
  readonly session: string | null;
  readonly address: string | null;
  readonly action: AuditAction;
  readonly objectKind: string;
  readonly objectId: string;
  readonly partKind: string | null;
  readonly partId: string | null;
  readonly revisionBefore: number | null;
  readonly revisionAfter: number | null;
  readonly changes: string;
  readonly reason: string;
  readonly commandKey: string;
}

/** Which stretch is read, the newest first. */
export interface AuditStretch {
  /** The id of the last event of the page before. */
  readonly after?: string;
  readonly limit: number;
}

/** "Protokoll": what was done, newest first. */
@Injectable()
export class AuditQueries {
  constructor(private readonly reader: Reader) {}

  async events(
    filter: AuditFilter,
    { after, limit }: AuditStretch,
  ): Promise<readonly AuditEvent[]> {
    const { sql, parameters } = conditionOf(filter, after);
    const rows = await this.reader.all<EventLine>(
      `select e.id as "id", e.at as "at", e.actor as "actor", e.session_id as "session",
         o.address as "address", e.action as "action", e.object_kind as "objectKind",
         e.object_id as "objectId", e.part_kind as "partKind", e.part_id as "partId",
         e.revision_before as "revisionBefore", e.revision_after as "revisionAfter",
         e.changes as "changes", e.reason as "reason", e.command_key as "commandKey"
       from audit_event e left join audit_origin o on o.id = e.origin_id
       where ${sql} order by e.id desc limit ?`,
      [...parameters, limit],
    );
    return rows.map(eventOf);
  }

  /** Who ever did something: for the choice on the page. @param kinds of the objects; absent: all */
  async actors(kinds?: readonly string[]): Promise<readonly string[]> {
    const rows = await this.reader.all<{ actor: string }>(
      `select distinct actor from audit_event
       ${kinds ? `where object_kind in (${marksFor(kinds)})` : ''} order by actor`,
      kinds ?? [],
    );
    return rows.map(({ actor }) => actor);
  }
}

function eventOf({
  session,
  address,
  objectKind,
  objectId,
  partKind,
  partId,
  changes,
  ...event
}: EventLine): AuditEvent {
  return {
    ...event,
    session: session ?? undefined,
    address: address ?? undefined,
    object: { kind: objectKind, id: objectId },
    part: partKind === null || partId === null ? undefined : { kind: partKind, id: partId },
    changes: JSON.parse(changes) as AuditChange[],
  };
}
