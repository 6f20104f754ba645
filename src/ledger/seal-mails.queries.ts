import { Injectable } from '@nestjs/common';
import type { Instant } from '../domain/calendar/instant.js';
import { Reader } from '../platform/database/reader.js';
import { LedgerQueries } from './ledger.queries.js';
import { SealMailRow } from './tables/seal-mail.entity.js';

/** The last attempt to send the seal of a closing. */
export interface SealMail {
  readonly period: string;
  readonly attempts: number;
  readonly to: readonly string[];
  readonly at: Instant;
  /** What the mail server had against it; absent: the mail has left. */
  readonly refused?: string;
}

/** Whether and when the seal of a closing left by mail. */
@Injectable()
export class SealMailQueries {
  constructor(
    private readonly reader: Reader,
    private readonly ledger: LedgerQueries,
  ) {}

  /** By month; months of which nobody tried are missing. */
  async mails(): Promise<ReadonlyMap<string, SealMail>> {
    const order = { period: 'ASC', attempt: 'ASC' } as const;
    const rows = await this.reader.repository(SealMailRow).find({ order });
    return new Map(
      rows.map(({ period, attempt, recipients, refused, recordedAt }) => [
        period,
        {
          ...{ period, attempts: attempt, to: recipients, at: recordedAt },
          ...(refused !== null && { refused }),
        },
      ]),
    );
  }

  /**
   * The closings whose seals have not left: the newest one, for it covers all before it, and those
   * that the server refused. The oldest first.
   */
  async open(): Promise<readonly string[]> {
    const mails = await this.mails();
    const [newest, ...older] = (await this.ledger.closings()).map(({ period }) => period);
    const refused = older.filter((period) => mails.get(period)?.refused !== undefined);
    const latest = newest === undefined || hasLeft(mails.get(newest)) ? [] : [newest];
    return [...latest, ...refused].toReversed();
  }
}

function hasLeft(mail: SealMail | undefined): boolean {
  return mail !== undefined && mail.refused === undefined;
}
