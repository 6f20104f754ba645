import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  NoticeLineWatchers,
  type NoticeUse,
  type NoticeUser,
  type TakenBack,
} from '../grants/grants.js';
import { latestRevisions } from '../platform/database/revision-queries.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { AllocationLine } from './allocation-line.entity.js';
import { ContractVersion } from './contract.entity.js';

/** Versions rest on notices: drafted ones too, which take nothing of their lines yet. */
@Injectable()
export class NoticeUsers implements NoticeUser, OnModuleInit {
  constructor(private readonly watchers: NoticeLineWatchers) {}

  onModuleInit(): void {
    this.watchers.registerUser(this);
  }

  async userOf(tx: Tx, { notice, lines }: TakenBack): Promise<NoticeUse | undefined> {
    const caused =
      notice === undefined
        ? []
        : await latestRevisions(tx, ContractVersion, { where: { cause: notice } });
    const [contractId] = [...caused, ...(await this.fundedBy(tx, lines))].map(
      (row) => row.contractId,
    );
    return contractId === undefined ? undefined : { kind: 'contract', id: contractId };
  }

  private async fundedBy(tx: Tx, lines: TakenBack['lines']): Promise<readonly AllocationLine[]> {
    if (lines.length === 0) return [];
    const ids = new Set(lines.map(({ id }) => id));
    const components = [...new Set(lines.map(({ component }) => component))];
    const candidates = await latestRevisions(tx, AllocationLine, {
      where: { component: components },
    });
    return candidates.filter(({ funding }) =>
      funding.some((source) => source.source === 'notice-line' && ids.has(source.noticeLine)),
    );
  }
}
