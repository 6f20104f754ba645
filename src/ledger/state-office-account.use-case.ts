import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../identity/identity.js';
import { commandOf, type FactChange } from '../platform/database/fact-change.js';
import { ensureSeen } from '../platform/database/revisions.js';
import { UnitOfWork, type Tx } from '../platform/database/unit-of-work.js';
import { Ids } from '../platform/ids/ids.js';
import { latestAccounts } from './accounts.js';
import type { AccountKey } from './chart.js';
import { holdAll } from './entries/line-sums.js';
import { UnknownAccount } from './ledger.errors.js';

/** Which number the office's own bookkeeping has for an account; '' for none. */
export interface OfficeAccount {
  readonly key: string;
  readonly officeAccount: string;
}

/** "Sachkonto angeben": a further state of the account, chained as each change of the chart is. */
@Injectable()
export class StateOfficeAccountUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ids: Ids,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @returns the key of the account
   * @throws UnknownAccount, StaleRevision if somebody else was faster
   */
  async execute(change: FactChange, stated: OfficeAccount): Promise<string> {
    return this.unitOfWork.once(commandOf('state-office-account', change, stated), (tx) =>
      this.state(tx, change, stated),
    );
  }

  private async state(tx: Tx, change: FactChange, stated: OfficeAccount): Promise<AccountKey> {
    const { key, officeAccount } = stated;
    await holdAll(tx, [`account:${key}`]);
    const account = (await latestAccounts(tx)).find((each) => each.key === key);
    if (account === undefined) throw new UnknownAccount({ account: key });
    ensureSeen(key, account.revision, change.expected);
    await tx.run(
      `insert into ledger_account
       (id, key, revision, name, kind, side, office_account, recorded_by, reason)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[this.ids.newId(), account.key, account.revision + 1, account.name, account.kind],
        ...[account.side, officeAccount, change.by, change.reason],
      ],
    );
    const { revision, officeAccount: old } = account;
    this.audit.record(tx, {
      ...{ action: 'corrected', object: { kind: 'account', id: account.key } },
      ...{ by: change.by, reason: change.reason, commandKey: change.key },
      revision: { before: revision, after: revision + 1 },
      changes: [{ field: 'officeAccount', old, new: officeAccount }],
    });
    return account.key;
  }
}
