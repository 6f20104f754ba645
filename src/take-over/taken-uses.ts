import { Injectable, type OnModuleInit } from '@nestjs/common';
import { LineWatchers, type LineNamer, type LineUser } from '../contracts/contracts.js';
import {
  NoticeLineWatchers,
  type NoticeUse,
  type NoticeUser,
  type TakenBack,
} from '../grants/grants.js';
import { latestRevisions } from '../platform/database/revision-queries.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { TakenLineRow, TakenNoticeLineRow } from './take-over.entity.js';

/** Take-overs rest on contract lines and notice lines: neither may go while its case is posted. */
@Injectable()
export class TakenUses implements NoticeUser, LineUser, OnModuleInit {
  constructor(
    private readonly notices: NoticeLineWatchers,
    private readonly lines: LineWatchers,
  ) {}

  onModuleInit(): void {
    this.notices.registerUser(this);
    this.lines.registerUser(this);
  }

  async userOf(tx: Tx, { lines }: TakenBack): Promise<NoticeUse | undefined> {
    const ids = lines.map(({ id }) => id);
    if (ids.length === 0) return undefined;
    const [taken] = await latestRevisions(tx, TakenNoticeLineRow, { ids });
    return taken && { kind: 'take-over', id: taken.takeOverId };
  }

  async userOfLines(tx: Tx, lineIds: readonly string[]): Promise<LineNamer | undefined> {
    if (lineIds.length === 0) return undefined;
    const [taken] = await latestRevisions(tx, TakenLineRow, { where: { lineId: lineIds } });
    return taken && { line: taken.lineId, kind: 'take-over', id: taken.takeOverId };
  }
}
