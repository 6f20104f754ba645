import { Injectable } from '@nestjs/common';
import { BookOpeners } from '../platform/database/book-openers.js';
import { BookUpgrade, UPGRADER } from '../platform/database/book-upgrade.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Commitments } from './commitments.js';
import { readContracts } from './contract.reading.js';

/** A book from before there was a ledger: what its contracts bind is entered, version by version. */
@Injectable()
export class ContractsUpgrade extends BookUpgrade {
  protected readonly name = 'commitment-entries';

  constructor(
    openers: BookOpeners,
    private readonly commitments: Commitments,
  ) {
    super();
    openers.register(this);
  }

  protected async upgrade(tx: Tx): Promise<void> {
    const contracts = await readContracts(tx);
    const changes = contracts.map(({ fact: after }) => ({ after, before: undefined }));
    const who = { by: UPGRADER, key: `upgrade:${this.name}` };
    await this.commitments.followAll(tx, changes, who);
  }
}
