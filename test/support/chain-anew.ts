import type { Instant } from '../../src/domain/calendar/instant.js';
import { contentsOf } from '../../src/ledger/chain/chain-items.js';
import { chainHash } from '../../src/ledger/chain/content.rules.js';
import type { ItemKind } from '../../src/ledger/tables/chain.entity.js';
import type { OpenedApp } from './open-app.js';
import type { Tampering } from './tampering.js';

/** Computes the chain again from a link on, as somebody does who covers a change. */
export async function chainAnew(app: OpenedApp, hand: Tampering, from = 1): Promise<void> {
  const links = await hand.all<{
    sequence: string;
    item_kind: ItemKind;
    item_id: string;
    recorded_at: Instant;
    previous_hash: string;
    hash: string;
  }>(`select * from ledger_chain order by sequence`);
  const items = links.map(({ item_id: id, item_kind: kind }) => ({ id, kind }));
  const contents = await contentsOf(app.reader, items);
  let previousHash = links[from - 2]?.hash ?? '0'.repeat(64);
  for (const link of links.slice(from - 1)) {
    const place = { sequence: Number(link.sequence), recordedAt: link.recorded_at, previousHash };
    const hash = chainHash(contents.get(link.item_id) ?? '', place);
    await hand.change(
      `update ledger_chain set previous_hash = '${previousHash}', hash = '${hash}'
       where sequence = ${link.sequence}`,
    );
    previousHash = hash;
  }
}
