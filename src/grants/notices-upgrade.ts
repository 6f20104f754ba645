import { Injectable } from '@nestjs/common';
import { BookOpeners } from '../platform/database/book-openers.js';
import { BookUpgrade, UPGRADER } from '../platform/database/book-upgrade.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { NoticePostings } from './notice-postings.js';
import { readNotices } from './notice.reading.js';
import { grantedLines } from './notice.rules.js';

/** A book from before there was a ledger: what its notices granted is entered, one after the other. */
@Injectable()
export class NoticesUpgrade extends BookUpgrade {
  protected readonly name = 'notice-entries';

  constructor(
    openers: BookOpeners,
    private readonly postings: NoticePostings,
  ) {
    super();
    openers.register(this);
  }

  protected async upgrade(tx: Tx): Promise<void> {
    const granted = grantedLines((await readNotices(tx)).map(({ fact }) => fact));
    const who = { by: UPGRADER, key: `upgrade:${this.name}` };
    await this.postings.follow(tx, [...granted.keys()], granted, who);
  }
}
