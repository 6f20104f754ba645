import { Injectable } from '@nestjs/common';
import { decodeTime } from 'ulid';
import { BookChecks, type BookCheck, type CheckReport } from '../../platform/checks/book-check.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Reader } from '../../platform/database/reader.js';
import { CHAINED_COLUMNS, eventHash, NO_EVENT, type ChainedEvent } from './audit-chain.rules.js';

const LINKS_AT_ONCE = 500;
/** Longer than this no event waits for its place in the chain. */
const PATIENCE_MS = 10_000;

interface Link extends Omit<ChainedEvent, 'id'> {
  /** Null: the chain names an event that is not there. */
  readonly id: string | null;
  readonly sequence: string | number;
  readonly event_id: string;
  readonly previous_hash: string;
  readonly hash: string;
}

interface Walk {
  sequence: number;
  hash: string;
}

/** Whether the audit trail is as it was written: nothing changed, nothing removed, nothing put between. */
@Injectable()
export class AuditCheck implements BookCheck {
  readonly name = 'Protokoll';

  constructor(
    checks: BookChecks,
    private readonly clock: Clock,
  ) {
    checks.register(this);
  }

  async run(reader: Reader, report: CheckReport): Promise<string> {
    const head: Walk = { sequence: 0, hash: NO_EVENT };
    const [last] = await reader.all<{ last: string | number | null }>(
      'select max(sequence) as last from audit_chain',
    );
    for (;;) {
      const links = await linksAfter(reader, head.sequence);
      for (const link of links) follow(head, link, report);
      report.progress(head.sequence, Number(last?.last ?? 0));
      if (links.length < LINKS_AT_ONCE) break;
    }
    await this.tellUnchained(reader, report);
    const count = `${head.sequence.toLocaleString('de-DE')} Ereignisse`;
    return head.sequence === 0 ? count : `${count}, das letzte mit dem Hash ${head.hash}`;
  }

  /** Each event has its place, or waits for it since a moment. */
  private async tellUnchained(reader: Reader, report: CheckReport): Promise<void> {
    const rows = await reader.all<{ id: string; waits: string | null }>(
      `select e.id, u.event_id as waits from audit_event e
       left join audit_chain c on c.event_id = e.id
       left join audit_unchained u on u.event_id = e.id
       where c.event_id is null order by e.id`,
    );
    for (const { id, waits } of rows) {
      if (waits !== null && !this.isOld(id)) continue;
      report.broken({
        place: `Ereignis ${id}`,
        expected: 'steht in der Kette des Protokolls',
        found: waits === null ? 'fehlt in ihr' : 'wartet noch',
      });
    }
  }

  private isOld(id: string): boolean {
    return decodeTime(id) < Date.parse(this.clock.now()) - PATIENCE_MS;
  }
}

function linksAfter(reader: Reader, sequence: number): Promise<Link[]> {
  const columns = CHAINED_COLUMNS.map((column) => `e.${column}`).join(', ');
  return reader.all<Link>(
    `select c.sequence, c.event_id, c.previous_hash, c.hash, ${columns}
     from audit_chain c left join audit_event e on e.id = c.event_id
     where c.sequence > ? order by c.sequence limit ${LINKS_AT_ONCE}`,
    [sequence],
  );
}

/** Holds a link against the one before it and against the event that it names. */
function follow(head: Walk, link: Link, report: CheckReport): void {
  const sequence = Number(link.sequence);
  const place = `Ereignis ${link.event_id} (Glied ${sequence} des Protokolls)`;
  const tell = (expected: string, found: string): void => {
    report.broken({ place, expected, found });
  };
  if (sequence !== head.sequence + 1) {
    tell(`Glied ${head.sequence + 1}`, `Glied ${sequence}: dazwischen fehlt etwas`);
  }
  if (link.previous_hash !== head.hash) tell(`vorheriger Hash ${head.hash}`, link.previous_hash);
  if (link.id === null) {
    tell('steht im Protokoll', 'fehlt');
  } else {
    const event = { ...link, id: link.id };
    const hash = eventHash(event, { sequence, previousHash: link.previous_hash });
    if (hash !== link.hash)
      tell(`ein Inhalt zum Hash ${link.hash}`, `ein Inhalt mit dem Hash ${hash}`);
  }
  head.sequence = sequence;
  head.hash = link.hash;
}
