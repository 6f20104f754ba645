import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import type { PlainDate } from '../domain/calendar/plain-date.js';
import { Reader } from '../platform/database/reader.js';
import type { SqlValue } from '../platform/database/unit-of-work.js';
import type { AccountKey } from './chart.js';
import { assignmentCondition } from './balances/balances.js';
import { readEntries } from './entries/entry-reading.js';
import { UnknownEntry } from './ledger.errors.js';
import type { Dimensions, EntryKind, JournalEntry } from './ledger.types.js';

export interface JournalFilter extends Dimensions {
  readonly account?: AccountKey;
  readonly kind?: EntryKind;
  readonly subject?: string;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly knownAt?: Instant;
  readonly text?: string;
}

export interface JournalPage {
  readonly entries: readonly JournalEntry[];
  readonly next: string | null;
}

@Injectable()
export class JournalQueries {
  constructor(private readonly reader: Reader) {}

  async entries(
    filter: JournalFilter,
    { after, limit }: { after?: string; limit: number; newestFirst?: boolean },
  ): Promise<JournalPage> {
    const { kind, subject, from, to, knownAt, text, ...own } = filter;
    const wheres: string[] = [];
    const values: SqlValue[] = [];
    const add = (sql: string, value: SqlValue | undefined) => {
      if (value === undefined) return;
      wheres.push(sql);
      values.push(value);
    };
    add('e.kind = ?', kind);
    add('e.subject = ?', subject);
    add('e.effective_on >= ?', from);
    add('e.effective_on <= ?', to);
    add('c.recorded_at <= ?', knownAt);
    add('lower(e.text) like ?', text && `%${text.toLowerCase()}%`);
    add('c.sequence < ?', after && /^\d+$/.test(after) ? Number(after) : undefined);
    const { sql, parameters } = assignmentCondition(own);
    if (sql !== '') {
      wheres.push(
        `exists (select 1 from ledger_posting p join ledger_assignment a on a.id = p.assignment_id where p.entry_id = e.id and ${sql})`,
      );
      values.push(...parameters);
    }
    const rows = await this.reader.all<{ id: string; sequence: string | number }>(
      `select e.id, c.sequence from ledger_entry e join ledger_chain c on c.item_id = e.id
       ${wheres.length === 0 ? '' : `where ${wheres.join(' and ')}`}
       order by c.sequence desc limit ${limit + 1}`,
      values,
    );
    const shown = rows.slice(0, limit);
    return {
      entries: await readEntries(
        this.reader,
        shown.map(({ id }) => id),
      ),
      next: rows.length > limit ? String(shown.at(-1)?.sequence ?? '') : null,
    };
  }

  async entry(id: string): Promise<JournalEntry> {
    const [entry] = await readEntries(this.reader, [id]);
    if (entry === undefined) throw new UnknownEntry({ entry: id });
    return entry;
  }
}
