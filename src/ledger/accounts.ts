import type { Tx } from '../platform/database/unit-of-work.js';
import { ACCOUNT_KEYS, type AccountKey, type AccountKind } from './chart.js';

/** An account as the book has it. */
export interface Account {
  readonly key: AccountKey;
  readonly revision: number;
  readonly name: string;
  readonly kind: AccountKind;
  readonly side: 'debit' | 'credit';
  /** "Sachkonto" of the office's own bookkeeping; '' if none is stated. */
  readonly officeAccount: string;
}

interface AccountColumns extends Omit<Account, 'officeAccount'> {
  readonly office_account: string;
}

/** The newest state of each account, in the order of the chart. */
export async function latestAccounts(source: Pick<Tx, 'all'>): Promise<readonly Account[]> {
  const rows = await source.all<AccountColumns>(
    `select a.key, a.revision, a.name, a.kind, a.side, a.office_account
     from ledger_account a
     where a.revision = (select max(b.revision) from ledger_account b where b.key = a.key)`,
  );
  return rows
    .map(({ office_account: officeAccount, ...row }): Account => ({ ...row, officeAccount }))
    .toSorted((a, b) => ACCOUNT_KEYS.indexOf(a.key) - ACCOUNT_KEYS.indexOf(b.key));
}
