import type { Tx } from '../../platform/database/unit-of-work.js';
import type { EntryKind, NewEntry, TakenInEntry } from '../ledger.types.js';
import { marksFor } from '../../platform/database/marks.js';

/** What the book enters itself when a fact is recorded; nobody takes it back by hand. */
const FOLLOWS_A_FACT: ReadonlySet<EntryKind> = new Set([
  ...(['notice', 'notice-cut', 'commitment', 'lapse', 'take-over'] as const),
]);

/** What stands in the book already for what a file has an entry of. */
interface OwnEntry {
  readonly id: string;
  readonly subject: string;
}

/**
 * The entries by which this book has entered its own notices, contracts and take-overs. A file of
 * another book that knows the same facts has its own for them, under ids of its own: both together
 * would count everything twice, and for good.
 */
export class OwnEntries {
  /** Entries of the book that the file has too. */
  private readonly shared = new Set<string>();

  constructor(
    private readonly tx: Pick<Tx, 'all'>,
    private readonly commandKey: string,
  ) {}

  /** The file has this entry of the book too. */
  share({ id, kind }: TakenInEntry): void {
    if (id !== undefined && FOLLOWS_A_FACT.has(kind)) this.shared.add(id);
  }

  /** Whether only the book itself takes the entry back: the file, which names it, does not have it. */
  isAlone({ id, kind, commandKey }: NewEntry): boolean {
    if (id === undefined || !FOLLOWS_A_FACT.has(kind)) return false;
    return commandKey !== this.commandKey && !this.shared.has(id);
  }

  /** Which of the entries tell what this book has entered by an entry that the file does not have. */
  async told(entries: readonly TakenInEntry[]): Promise<ReadonlySet<TakenInEntry>> {
    const following = entries.filter(({ kind }) => FOLLOWS_A_FACT.has(kind));
    if (following.length === 0) return new Set();
    const subjects = [...new Set(following.map(({ subject }) => subject))];
    const kinds = [...FOLLOWS_A_FACT];
    const rows = await this.tx.all<OwnEntry>(
      `select id, subject from ledger_entry
       where subject in (${marksFor(subjects)}) and kind in (${marksFor(kinds)})
         and command_key <> ?`,
      [...subjects, ...kinds, this.commandKey],
    );
    const own = new Set(
      rows.filter(({ id }) => !this.shared.has(id)).map(({ subject }) => subject),
    );
    return new Set(following.filter(({ subject }) => own.has(subject)));
  }
}
