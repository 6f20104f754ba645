import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import { Clock } from '../../platform/clock/clock.js';
import { Reader } from '../../platform/database/reader.js';
import { latestAccounts, type Account } from '../accounts.js';
import { allChained } from '../chain/all-chained.js';
import { contentsOf } from '../chain/chain-items.js';
import { chainHead } from '../chain/chain-pending.js';
import type { ItemKind } from '../tables/chain.entity.js';
import type { ChainEnd, JournalItem } from './journal.types.js';

interface LinkColumns {
  readonly sequence: string | number;
  readonly item_kind: ItemKind;
  readonly item_id: string;
  readonly recorded_at: Instant;
  readonly previous_hash: string;
  readonly hash: string;
}

const PAGE_ITEMS = 1000;

/**
 * "Journal": the whole chain in its order, page by page. The chain only grows at its end: what
 * stands before a head is the same however long the reading takes, and memory stays flat.
 */
@Injectable()
export class JournalStream {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /**
   * The end of the chain once all that was entered has its place in it.
   * @returns undefined in a book without entries and accounts
   * @throws NotYetChained after two seconds
   */
  async head(): Promise<ChainEnd | undefined> {
    await allChained(this.reader, this.clock.now());
    return chainHead(this.reader);
  }

  /** How many postings there are. */
  async postings(): Promise<number> {
    const [row] = await this.reader.all<{ count: string | number }>(
      'select coalesce(sum(postings), 0) as count from ledger_entry',
    );
    return Number(row?.count ?? 0);
  }

  accounts(): Promise<readonly Account[]> {
    return latestAccounts(this.reader);
  }

  /** @param head up to here, included */
  async *items(head: ChainEnd): AsyncGenerator<readonly JournalItem[]> {
    for (let after = 0; after < head.sequence; after += PAGE_ITEMS) {
      yield await this.page(after, Math.min(after + PAGE_ITEMS, head.sequence));
    }
  }

  private async page(after: number, last: number): Promise<readonly JournalItem[]> {
    const links = await this.reader.all<LinkColumns>(
      `select sequence, item_kind, item_id, recorded_at, previous_hash, hash
       from ledger_chain where sequence > ? and sequence <= ? order by sequence`,
      [after, last],
    );
    const items = links.map(({ item_id: id, item_kind: kind }) => ({ id, kind }));
    const texts = await contentsOf(this.reader, items);
    return links.map((link) => itemOf(link, texts.get(link.item_id)));
  }
}

function itemOf(link: LinkColumns, text: string | undefined): JournalItem {
  const { item_id: id, sequence, recorded_at: recordedAt, previous_hash: previousHash } = link;
  if (text === undefined) throw new Error(`the chain names ${id}, and nothing is there`);
  return { sequence: Number(sequence), recordedAt, previousHash, hash: link.hash, text };
}
