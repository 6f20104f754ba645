import type { Reader } from '../../platform/database/reader.js';
import { contentsOf } from '../chain/chain-items.js';
import type { ItemKind } from '../tables/chain.entity.js';

/** The few items of the chain that are no entries: states of accounts, and closings. */
export interface StoredItems {
  /** Canonical text by id. */
  readonly texts: ReadonlyMap<string, string>;
  readonly closings: ReadonlyMap<string, StoredClosing>;
  /** The keys of all accounts. */
  readonly accounts: ReadonlySet<string>;
}

export interface StoredClosing {
  readonly id: string;
  /** `2025-03` */
  readonly period: string;
  readonly entries: number;
}

const AT_ONCE = 500;

/** Read at once: there are some per account and month. */
export async function storedItems(reader: Reader): Promise<StoredItems> {
  const accounts = await reader.all<{ id: string; key: string }>(
    'select id, key from ledger_account',
  );
  const closings = await reader.all<StoredClosing>(
    'select id, period, entries from ledger_closing',
  );
  const texts = new Map<string, string>();
  await addTexts(reader, 'account', accounts, texts);
  await addTexts(reader, 'closing', closings, texts);
  return {
    texts,
    closings: new Map(closings.map((closing) => [closing.id, closing])),
    accounts: new Set(accounts.map(({ key }) => key)),
  };
}

async function addTexts(
  reader: Reader,
  kind: ItemKind,
  rows: readonly { readonly id: string }[],
  texts: Map<string, string>,
): Promise<void> {
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const items = rows.slice(start, start + AT_ONCE).map(({ id }) => ({ id, kind }));
    for (const [id, text] of await contentsOf(reader, items)) texts.set(`${kind} ${id}`, text);
  }
}
