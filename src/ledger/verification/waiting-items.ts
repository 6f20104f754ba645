import { decodeTime } from 'ulid';
import type { Instant } from '../../domain/calendar/instant.js';
import type { CheckReport } from '../../platform/checks/book-check.js';
import type { Reader } from '../../platform/database/reader.js';
import type { ItemKind } from '../tables/chain.entity.js';
import { readEntry } from './entry-reading.rules.js';
import { entriesOf } from './stored-links.js';
import type { Tally } from './tally.js';
import { periodOf } from '../periods/closed-through.js';

/** Longer than this nothing waits for its place in the chain. */
const PATIENCE_MS = 10_000;
const AT_ONCE = 500;

/**
 * What is committed and has no place in the chain yet counts in the balances already: it is added
 * up too. What waits for longer than seconds is told.
 */
export async function addWaiting(
  reader: Reader,
  report: CheckReport,
  tally: Tally,
  now: Instant,
): Promise<void> {
  const rows = await reader.all<{ item_id: string; item_kind: ItemKind }>(
    'select item_id, item_kind from ledger_unchained order by item_id',
  );
  const ofKind = (kind: ItemKind): string[] =>
    rows.filter((row) => row.item_kind === kind).map((row) => row.item_id);
  tally.accounts += ofKind('account').length;
  tally.closings += ofKind('closing').length;
  for (const { item_id: id } of rows.filter((row) => isOld(row.item_id, now))) {
    report.broken({
      place: `Buchung ${id}`,
      expected: 'nach Millisekunden in der Kette',
      found: 'wartet noch',
    });
  }
  await addEntries(reader, report, tally, ofKind('entry'));
}

async function addEntries(
  reader: Reader,
  report: CheckReport,
  tally: Tally,
  ids: readonly string[],
): Promise<void> {
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const entries = await entriesOf(reader, ids.slice(start, start + AT_ONCE));
    const taken = await entriesOf(
      reader,
      entries.flatMap(({ reverses }) => reverses ?? []),
    );
    for (const entry of entries) {
      const place = `Buchung ${entry.id} (wartet auf die Kette)`;
      const reading = readEntry(entry, tally.assignments);
      const month = periodOf(entry.effectiveOn);
      for (const flaw of reading.flaws) report.broken({ place, ...flaw });
      tally.count(entry, reading, month);
      const kind = taken.find(({ id }) => id === entry.reverses)?.kind ?? entry.kind;
      tally.move(entry.id, reading, month, kind);
    }
  }
}

function isOld(id: string, now: Instant): boolean {
  try {
    return decodeTime(id) < Date.parse(now) - PATIENCE_MS;
  } catch {
    return true; // no id that the product makes
  }
}
