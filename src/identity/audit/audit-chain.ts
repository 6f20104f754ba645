import { Injectable } from '@nestjs/common';
import { ChainFollower } from '../../platform/database/chain-follower.js';
import { CommitHooks } from '../../platform/database/commit-hooks.js';
import { Reader } from '../../platform/database/reader.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { chainEvents } from './chain-events.js';

/** Gives the events of the audit trail their place in its chain; notes wait until somebody looks. */
@Injectable()
export class AuditChain extends ChainFollower {
  constructor(hooks: CommitHooks, unitOfWork: UnitOfWork, reader: Reader) {
    super({ hooks, unitOfWork, reader, waiting: 'audit_unchained', gatheringMs: 50 });
  }

  protected chainOldest(tx: Tx): Promise<number> {
    return chainEvents(tx);
  }
}
