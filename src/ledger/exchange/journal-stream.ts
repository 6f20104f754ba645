import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { Reader } from '../../platform/database/reader.js';
import { Assignments } from './assignments.js';
import { accountOf, closingOf, entryOf, groupedByEntry } from './journal-rows.js';
import type { AccountRow, ChainRow, ClosingRow, EntryRow, PostingRow } from './journal-rows.js';
import type { AccountContent, ItemContent, JournalItem } from './journal.types.js';

/** Where the chain ends: nothing behind it is exported, however long that takes. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
  readonly recordedAt: Instant;
}

const PAGE_ITEMS = 2000;

/**
 * "Journal": the whole chain in its order, page by page. The chain only grows at its end, so that
 * what stands before a head is the same however long the reading takes, and memory stays flat.
 */
@Injectable()
export class JournalStream {
  constructor(private readonly reader: Reader) {}

  /** Undefined while nothing is chained. */
  async head(): Promise<ChainHead | undefined> {
    const [head] = await this.reader.all<Omit<ChainRow, 'item_kind' | 'item_id'>>(
      `select sequence, recorded_at, hash from ledger_chain order by sequence desc limit 1`,
    );
    return head && { ...placeOf(head as ChainRow) };
  }

  /** How many postings the entries have, up to a head: the rows of a table of them. */
  async postings(): Promise<number> {
    const [row] = await this.reader.all<{ count: string | number }>(
      'select coalesce(sum(postings), 0) as count from ledger_entry',
    );
    return Number(row?.count ?? 0);
  }

  /** The newest state of each account, in the order in which they came into the book. */
  async accounts(): Promise<readonly AccountContent[]> {
    const rows = await this.reader.all<AccountRow>(
      `select * from ledger_account a where revision =
         (select max(revision) from ledger_account b where b.key = a.key) order by id`,
    );
    return rows.map(accountOf);
  }

  /** @param head up to here, included */
  async *items(head: ChainHead): AsyncGenerator<readonly JournalItem[]> {
    const assignments = new Assignments(this.reader);
    for (let after = 0; after < head.sequence; after += PAGE_ITEMS) {
      const last = Math.min(after + PAGE_ITEMS, head.sequence);
      yield await this.page(after, last, assignments);
    }
  }

  private async page(
    after: number,
    last: number,
    assignments: Assignments,
  ): Promise<readonly JournalItem[]> {
    const range = [after, last];
    const links = await this.reader.all<ChainRow>(LINKS, range);
    const contents = new Map<string, ItemContent>();
    const kinds = new Set(links.map(({ item_kind }) => item_kind));
    if (kinds.has('account')) {
      for (const row of await this.reader.all<AccountRow>(ACCOUNTS, range)) {
        contents.set(row.id, accountOf(row));
      }
    }
    if (kinds.has('closing')) {
      for (const row of await this.reader.all<ClosingRow>(CLOSINGS, range)) {
        contents.set(row.id, closingOf(row));
      }
    }
    if (kinds.has('entry')) {
      const entries = await this.reader.all<EntryRow>(ENTRIES, range);
      const postings = await this.reader.all<PostingRow>(POSTINGS, range);
      await assignments.load(postings);
      const byEntry = groupedByEntry(postings);
      for (const row of entries) {
        contents.set(row.id, entryOf(row, byEntry.get(row.id) ?? [], assignments.of));
      }
    }
    return links.map((link) => itemOf(link, contents.get(link.item_id)));
  }
}

function itemOf(link: ChainRow, content: ItemContent | undefined): JournalItem {
  if (content === undefined) throw new Error(`the chain names ${link.item_id}, which is missing`);
  return { ...placeOf(link), previousHash: link.previous_hash, content };
}

function placeOf({ sequence, recorded_at, hash }: ChainRow) {
  return { sequence: Number(sequence), recordedAt: recorded_at as Instant, hash };
}

const IN_RANGE = 'c.sequence > ? and c.sequence <= ?';

const LINKS = `
  select sequence, item_kind, item_id, recorded_at, previous_hash, hash
  from ledger_chain c where ${IN_RANGE} order by sequence`;

const ACCOUNTS = `
  select a.* from ledger_chain c join ledger_account a on a.id = c.item_id
  where ${IN_RANGE} and c.item_kind = 'account'`;

const CLOSINGS = `
  select l.* from ledger_chain c join ledger_closing l on l.id = c.item_id
  where ${IN_RANGE} and c.item_kind = 'closing'`;

const ENTRIES = `
  select e.id, e.format, e.effective_on, e.kind, e.subject, e.text, e.actors, e.command_key, e.reverses
  from ledger_chain c join ledger_entry e on e.id = c.item_id
  where ${IN_RANGE} and c.item_kind = 'entry'`;

const POSTINGS = `
  select p.entry_id, p.line, p.assignment_id, p.cents
  from ledger_chain c join ledger_posting p on p.entry_id = c.item_id
  where ${IN_RANGE} and c.item_kind = 'entry' order by p.entry_id, p.line`;
