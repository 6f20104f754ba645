import { Injectable } from '@nestjs/common';
import type { Reader } from '../platform/database/reader.js';
import type { Tx } from '../platform/database/unit-of-work.js';
import { Ids } from '../platform/ids/ids.js';
import { BookOpeners, type BookOpener } from '../platform/database/book-openers.js';
import { latestAccounts, type Account } from './accounts.js';
import { ACCOUNT_KEYS, CHART, type AccountKey } from './chart.js';

/** Brings the accounts that the product ships into the book: new ones, and a changed name. */
@Injectable()
export class ChartKeeping implements BookOpener {
  readonly when = 'before-files';

  constructor(
    openers: BookOpeners,
    private readonly ids: Ids,
  ) {
    openers.register(this);
  }

  async isDue(source: Pick<Reader, 'all'>): Promise<boolean> {
    return (await outdated(source)).length > 0;
  }

  async open(tx: Tx): Promise<void> {
    for (const { key, known } of await outdated(tx)) {
      const { name, kind, side } = CHART[key];
      await tx.run(
        `insert into ledger_account
         (id, key, revision, name, kind, side, office_account, recorded_by, reason)
         values (?, ?, ?, ?, ?, ?, ?, 'system:start', 'Kontenplan der Fachanwendung')`,
        [
          ...[this.ids.newId(), key, (known?.revision ?? 0) + 1, name, kind, side],
          known?.officeAccount ?? '',
        ],
      );
    }
  }
}

async function outdated(
  source: Pick<Reader, 'all'>,
): Promise<readonly { readonly key: AccountKey; readonly known: Account | undefined }[]> {
  const accounts = new Map((await latestAccounts(source)).map((known) => [known.key, known]));
  return ACCOUNT_KEYS.map((key) => ({ key, known: accounts.get(key) })).filter(
    ({ key, known }) => known?.name !== CHART[key].name,
  );
}
