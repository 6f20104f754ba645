import { Injectable } from '@nestjs/common';
import { statementOf, type FactChange } from '../../platform/database/fact-change.js';
import { latestRevisions } from '../../platform/database/revision-queries.js';
import { addFact, withdrawFact } from '../../platform/database/revisions.js';
import type { Tx } from '../../platform/database/unit-of-work.js';
import { Ids } from '../../platform/ids/ids.js';
import { personIdOf } from '../acting.js';
import type { Role } from '../roles.rules.js';
import {
  AccountChangeProfileRow,
  AccountChangeRow,
  type AccountChangeKind,
} from './account-change.entity.js';
import { AccountChangeRefused } from './account-changes.errors.js';

/** What shall happen to an account once a second administrator agrees. */
export interface AskedChange {
  readonly kind: AccountChangeKind;
  readonly personId: string;
  /** The revision of the account that was looked at. */
  readonly personRevision: number;
  readonly roles?: readonly Role[];
  readonly profile?: { readonly name: string; readonly mail: string };
}

/** Writes down what waits for a second administrator, inside of another command. */
@Injectable()
export class AskAccountChange {
  constructor(private readonly ids: Ids) {}

  /**
   * One of a kind waits for an account; an older one that the account has left behind ends.
   * @throws AccountChangeRefused (`waiting`)
   */
  async ask(tx: Tx, change: FactChange, asked: AskedChange): Promise<string> {
    const { kind, personId, personRevision, roles = null, profile } = asked;
    for (const { id, personRevision: seen } of await waiting(tx, kind, personId)) {
      if (seen === personRevision) throw new AccountChangeRefused({ reason: 'waiting' });
      await withdrawFact(tx, AccountChangeRow, id, statementOf(change));
      await tx.repository(AccountChangeProfileRow).delete({ changeId: id });
    }
    const id = this.ids.newId();
    const askedBy = personIdOf(change.by);
    const fact = { id, kind, personId, personRevision, roles, askedBy, agreedBy: null };
    await addFact(tx, AccountChangeRow, fact, statementOf(change));
    if (profile !== undefined) {
      await tx.repository(AccountChangeProfileRow).insert({ changeId: id, ...profile });
    }
    return id;
  }
}

async function waiting(
  tx: Tx,
  kind: AccountChangeKind,
  personId: string,
): Promise<readonly AccountChangeRow[]> {
  const known = await tx.all<{ id: string }>(
    'select distinct id from account_change where kind = ? and person_id = ?',
    [kind, personId],
  );
  if (known.length === 0) return [];
  const rows = await latestRevisions(tx, AccountChangeRow, { ids: known.map(({ id }) => id) });
  return rows.filter(({ agreedBy }) => agreedBy === null);
}
