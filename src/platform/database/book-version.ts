import { decodeTime, encodeTime } from 'ulid';
import { Injectable } from '@nestjs/common';
import { Reader } from './reader.js';

const LATE_MS = 5 * 60_000;
const TIME_LENGTH = 10;
const RANDOM_LENGTH = 16;

/**
 * A token that changes whenever anything was committed, by any instance; the key under which
 * read models are kept. A mark is made just before the commit, so one may appear behind the
 * newest: the marks of the five minutes before the newest are counted too.
 */
@Injectable()
export class BookVersion {
  constructor(private readonly reader: Reader) {}

  /** Costs one look at the end of an index, and a count over it. */
  async current(): Promise<string> {
    const [newest] = await this.reader.all<{ id: string | null }>(
      'select max(id) as id from change',
    );
    if (newest?.id == null) return 'empty';
    const since = encodeTime(Math.max(0, decodeTime(newest.id) - LATE_MS), TIME_LENGTH);
    const [late] = await this.reader.all<{ count: string | number }>(
      'select count(*) as count from change where id > ? and id <= ?',
      [since + '0'.repeat(RANDOM_LENGTH), newest.id],
    );
    return `${newest.id}-${late?.count ?? 0}`;
  }
}
