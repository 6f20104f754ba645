import { Injectable } from '@nestjs/common';
import { FourEyes } from '../identity/four-eyes/four-eyes.js';
import { BookVersion } from '../platform/database/book-version.js';
import { ReadCache } from '../platform/database/read-cache.js';
import { Reader } from '../platform/database/reader.js';
import {
  countersignedAs,
  countersigningOf,
  type Countersigning,
} from './countersigning/countersigning.rules.js';
import { openHandCases, type HandCase } from './countersigning/hand-cases.js';
import { readEntries } from './entries/entry-reading.js';
import type { JournalEntry } from './ledger.types.js';

export { COUNTERSIGNATURES } from './countersigning/countersigning.rules.js';
export type { Countersigning } from './countersigning/countersigning.rules.js';

/** An entry by hand, or a file of them, that waits for countersignatures. */
export interface OpenCountersigning extends Countersigning {
  /** The entry, or the newest of the file. */
  readonly entry: JournalEntry;
  /** How many entries by hand are countersigned with it. */
  readonly entries: number;
}

/** So many of the newest entries by hand a page looks at; `verify` looks at all. */
const NEWEST = 5_000;

/** "Gegenzeichnen": which entries by hand wait for whom. */
@Injectable()
export class CountersigningQueries {
  private readonly cache: ReadCache<readonly HandCase[]>;

  constructor(
    private readonly reader: Reader,
    private readonly fourEyes: FourEyes,
    version: BookVersion,
  ) {
    this.cache = new ReadCache(version, 1);
  }

  /** How many cases wait. */
  async countOpen(): Promise<number> {
    return (await this.cases()).length;
  }

  /** The newest of those that wait. @param limit so many at most */
  async open(limit: number): Promise<readonly OpenCountersigning[]> {
    const cases = (await this.cases()).slice(0, limit);
    const entries = await readEntries(
      this.reader,
      cases.map(({ entry }) => entry),
    );
    const found: OpenCountersigning[] = [];
    for (const entry of entries) {
      const state = await this.of(entry);
      const count = cases.find((each) => each.entry === entry.id)?.entries ?? 1;
      if (state !== undefined) found.push({ ...state, entry, entries: count });
    }
    return found;
  }

  /** Of one entry; undefined: it is none by hand. */
  async of(entry: JournalEntry): Promise<Countersigning | undefined> {
    if (!entry.byHand) return undefined;
    const subject = countersignedAs(entry);
    return countersigningOf(subject, await this.fourEyes.acts(this.reader, subject));
  }

  /** Found once for each state of the book. */
  private cases(): Promise<readonly HandCase[]> {
    return this.cache.get('', () => openHandCases(this.reader, NEWEST));
  }
}
