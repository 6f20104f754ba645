import type { Reader } from '../../src/platform/database/reader.js';
import { readBook } from '../support/read-book.js';

/** What stands in the book, read past the product by plain SQL. */
export interface BookFacts {
  /** The entries that a command key of the test has. */
  readonly entriesByKey: ReadonlyMap<string, readonly string[]>;
  /** Whatever is half: postings without entry, an entry without all its postings, … */
  readonly halves: readonly string[];
}

/** Each finds what must not be there after a crash; `what` and `id` say it. */
const HALVES: readonly string[] = [
  `select 'postings without an entry' as what, p.entry_id as id from ledger_posting p
    left join ledger_entry e on e.id = p.entry_id where e.id is null`,
  `select 'an entry without all its postings' as what, e.id from ledger_entry e
    left join ledger_posting p on p.entry_id = e.id
    group by e.id, e.postings having count(p.line) <> e.postings`,
  `select 'an entry that does not balance' as what, p.entry_id as id from ledger_posting p
    group by p.entry_id having sum(p.cents) <> 0`,
  `select 'an entry outside the chain' as what, e.id from ledger_entry e
    left join ledger_chain c on c.item_kind = 'entry' and c.item_id = e.id where c.item_id is null`,
  `select 'an item that waits for the chain' as what, item_id as id from ledger_unchained`,
  `select 'a command without a result' as what, key as id from command where result_id = ''`,
  `select 'a gap in the chain' as what, cast(max(sequence) as varchar(26)) as id
    from ledger_chain having max(sequence) <> count(*)`,
  `select 'a balance that is not its sum' as what, b.assignment_id as id
    from (select assignment_id, sum(cents) as cents from ledger_balance group by assignment_id) b
    left join (select assignment_id, sum(cents) as cents from ledger_posting
      group by assignment_id) p on p.assignment_id = b.assignment_id
    where b.cents <> coalesce(p.cents, 0)`,
];

/** @param prefix of the command keys that the test has used */
export async function bookFacts(databaseUrl: string, prefix: string): Promise<BookFacts> {
  return readBook(databaseUrl, async (reader) => {
    const halves: string[] = [];
    for (const sql of HALVES) {
      const rows = await reader.all<{ what: string; id: string }>(sql);
      halves.push(...rows.map(({ what, id }) => `${what}: ${id}`));
    }
    return { entriesByKey: await entriesByKey(reader, prefix), halves };
  });
}

async function entriesByKey(reader: Reader, prefix: string) {
  const rows = await reader.all<{ id: string; command_key: string }>(
    'select id, command_key from ledger_entry where command_key like ?',
    [`${prefix}%`],
  );
  const entries = new Map<string, string[]>();
  for (const { id, command_key: key } of rows) {
    entries.set(key, [...(entries.get(key) ?? []), id]);
  }
  return entries;
}
