import { Injectable } from '@nestjs/common';
import { FlowDownQueries, type FlowDown } from '../../amendments/flow-down.queries.js';
import { openVersion, versionState, type VersionState } from '../../contracts/contracts.js';
import type { Instant } from '../../domain/calendar/instant.js';
import { CountersigningQueries } from '../../ledger/countersigning.queries.js';
import { Drafts } from '../../drafts/drafts.js';
import { AccessTable } from '../../identity/access/access-table.js';
import { acting } from '../../identity/identity.js';
import { ApiTokensQueries, type Token } from '../../identity/tokens/api-tokens.queries.js';
import { BookQueries, type BookFacts } from '../../positions/book.queries.js';
import { routes } from '../paths.js';

/** A version on its way to effect. */
export interface WaitingVersion {
  readonly contract: string;
  readonly contractTitle: string;
  readonly number: number;
  readonly title: string;
  readonly state: Exclude<VersionState, 'effective' | 'discarded'>;
}

/** What was begun and is not finished, whatever the year. */
export interface OpenWork {
  /** Amending notices that some contract has still to follow (R10). */
  readonly flows: readonly FlowDown[];
  readonly versions: readonly WaitingVersion[];
  /** Forms that were begun; 0 on a day in the past: drafts have no history. */
  readonly drafts: number;
  /** Keys of programs that whoever asks may consent to; none on a day in the past. */
  readonly keys: readonly Token[];
  /** Entries by hand that wait for countersignatures; 0 on a day in the past. */
  readonly countersigning: number;
}

/** "Noch zu tun": asked anew for each page, as drafts are no part of the book. */
@Injectable()
export class OpenWorkQueries {
  private readonly versions = new WeakMap<BookFacts, readonly WaitingVersion[]>();

  constructor(
    private readonly flows: FlowDownQueries,
    private readonly book: BookQueries,
    private readonly drafts: Drafts,
    private readonly tokens: ApiTokensQueries,
    private readonly table: AccessTable,
    private readonly countersigning: CountersigningQueries,
  ) {}

  async openWork(knownAt?: Instant): Promise<OpenWork> {
    const facts = await this.book.facts(knownAt);
    const versions = this.versions.get(facts) ?? waitingVersions(facts);
    this.versions.set(facts, versions);
    return {
      flows: await this.flows.pending({ knownAt }),
      versions,
      drafts: knownAt === undefined ? await this.drafts.countOpen() : 0,
      keys: knownAt === undefined ? await this.keys() : [],
      countersigning: knownAt === undefined ? await this.countersigning.countOpen() : 0,
    };
  }

  private async keys(): Promise<readonly Token[]> {
    const mayConsent = this.table.may(acting(), `POST /${routes.keyConsent}`);
    return mayConsent ? this.tokens.open() : [];
  }
}

function waitingVersions({ contracts }: BookFacts): readonly WaitingVersion[] {
  return contracts.flatMap((contract) => {
    const version = openVersion(contract);
    if (version === undefined) return [];
    const state = versionState(version, contract);
    if (state === 'effective') return [];
    const { id, title } = contract;
    return [
      { contract: id, contractTitle: title, number: version.number, title: version.title, state },
    ];
  });
}
