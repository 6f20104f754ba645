import { Injectable } from '@nestjs/common';
import type { Instant } from '../../domain/calendar/instant.js';
import type { PlainDate } from '../../domain/calendar/plain-date.js';
import { Clock } from '../../platform/clock/clock.js';
import { Reader } from '../../platform/database/reader.js';
import { latestRevisions, revisionsOf } from '../../platform/database/revision-queries.js';
import { ApiToken, ApiTokenUseRow } from './api-token.entity.js';
import { UnknownToken } from './token.errors.js';
import { tokenState, type TokenRole, type TokenState } from './token.rules.js';

/** A program's key, without anything that could be used as one. */
export interface Token {
  readonly id: string;
  readonly role: TokenRole;
  readonly purpose: string;
  readonly until: PlainDate;
  readonly state: TokenState;
  readonly createdBy: string;
  readonly consentedBy: string | undefined;
  readonly revision: number;
  /** To the minute; undefined if it never came. */
  readonly lastUsedAt: Instant | undefined;
  readonly lastAddress: string;
}

/** A step in the life of a key. */
export interface TokenStep {
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly kind: 'created' | 'consented' | 'revoked';
}

/** Which programs have a key, and what became of it. */
@Injectable()
export class ApiTokensQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /** All that ever were, the newest first. */
  async all(): Promise<readonly Token[]> {
    const rows = await latestRevisions(this.reader, ApiToken, { withWithdrawn: true });
    const uses = await this.reader.repository(ApiTokenUseRow).find();
    const today = this.clock.today();
    const used = new Map(uses.map((use) => [use.tokenId, use]));
    return rows.map((row) => tokenOf(row, used.get(row.id), today)).toReversed();
  }

  /** Those that wait for an approver. */
  async open(): Promise<readonly Token[]> {
    return (await this.all()).filter(({ state }) => state === 'open');
  }

  /** What each of them is for, by its id: how pages name a program. */
  async purposes(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.reader.all<{ id: string; purpose: string }>(
      'select distinct id, purpose from api_token',
    );
    return new Map(rows.map(({ id, purpose }) => [id, purpose]));
  }

  /** @throws UnknownToken */
  async token(id: string): Promise<Token> {
    const ids = [id];
    const [row] = await latestRevisions(this.reader, ApiToken, { ids, withWithdrawn: true });
    if (row === undefined) throw new UnknownToken({ id });
    const use = await this.reader.repository(ApiTokenUseRow).findOne({ where: { tokenId: id } });
    return tokenOf(row, use ?? undefined, this.clock.today());
  }

  /** Made, consented to, revoked: the newest first. */
  async history(id: string): Promise<readonly TokenStep[]> {
    const rows = await revisionsOf(this.reader, ApiToken, id);
    return rows
      .map(({ recordedAt: at, recordedBy: by, reason, revision, withdrawn }): TokenStep => {
        const kind = withdrawn ? 'revoked' : revision === 1 ? 'created' : 'consented';
        return { at, by, reason, kind };
      })
      .toReversed();
  }
}

function tokenOf(row: ApiToken, use: ApiTokenUseRow | undefined, today: PlainDate): Token {
  const { id, role, purpose, until, createdBy, consentedBy, revision } = row;
  return {
    ...{ id, role, purpose, until, createdBy, revision },
    consentedBy: consentedBy ?? undefined,
    state: tokenState(row, today),
    lastUsedAt: use?.lastUsedAt,
    lastAddress: use?.address ?? '',
  };
}
