import { Injectable } from '@nestjs/common';
import { ChainFollower } from '../../platform/database/chain-follower.js';
import { CommitHooks } from '../../platform/database/commit-hooks.js';
import { Reader } from '../../platform/database/reader.js';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.js';
import { chainPending } from './chain-pending.js';
import { WrittenContents } from './written-contents.js';

/** Gives committed entries, closings and changes of accounts their place in the chain of the journal. */
@Injectable()
export class Sequencer extends ChainFollower {
  constructor(
    hooks: CommitHooks,
    unitOfWork: UnitOfWork,
    reader: Reader,
    private readonly written: WrittenContents,
  ) {
    super({ hooks, unitOfWork, reader, waiting: 'ledger_unchained', gatheringMs: 10 });
  }

  protected chainOldest(tx: Tx): Promise<number> {
    return chainPending(tx, this.written);
  }
}
