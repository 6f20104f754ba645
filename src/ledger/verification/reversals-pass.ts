import type { CheckReport } from '../../platform/checks/book-check.js';
import type { Reader } from '../../platform/database/reader.js';
import { entriesOf, postingsOf, type StoredEntry, type StoredLink } from './stored-links.js';
import { readEntry, type EntryReading } from './entry-reading.rules.js';
import type { Tally } from './tally.js';
import { marksFor } from '../../platform/database/marks.js';
import { periodOf } from '../periods/closed-through.js';

/** An entry that takes another back, as it was read. */
export interface Reversal {
  readonly link: Pick<StoredLink, 'id' | 'sequence'>;
  readonly entry: StoredEntry;
  readonly reading: EntryReading;
  readonly month: string;
  readonly reverses: string;
}

const AT_ONCE = 500;

/** Holds each reversal ("Storno") against the entry that it takes back. */
export class ReversalsPass {
  private waiting: Reversal[] = [];
  /** Sequences by the ids of entries that are still to be read. */
  private readonly chained = new Map<string, number>();

  constructor(
    private readonly reader: Reader,
    private readonly report: CheckReport,
    private readonly tally: Tally,
  ) {}

  add(reversal: Reversal): void {
    this.waiting.push(reversal);
  }

  /** As `add`, for an entry that is in order and was not read column by column. */
  addChained(id: string, sequence: number): void {
    this.chained.set(id, sequence);
  }

  /** Looks at those that were added: reads what they take back, and adds them up. */
  async settle(): Promise<void> {
    await this.readChained();
    const all = this.waiting;
    this.waiting = [];
    for (let start = 0; start < all.length; start += AT_ONCE) {
      const part = all.slice(start, start + AT_ONCE);
      const ids = part.map(({ reverses }) => reverses);
      const places = await this.placesOf(ids);
      const entries = new Map((await entriesOf(this.reader, ids)).map((one) => [one.id, one]));
      for (const reversal of part) {
        const taken = entries.get(reversal.reverses);
        this.look(reversal, taken, places.get(reversal.reverses) ?? 0);
        const { entry, reading, month } = reversal;
        this.tally.move(entry.id, reading, month, taken?.kind ?? entry.kind);
      }
    }
  }

  private async readChained(): Promise<void> {
    const ids = [...this.chained.keys()];
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      for (const entry of await entriesOf(this.reader, ids.slice(start, start + AT_ONCE))) {
        const { id, effectiveOn, reverses } = entry;
        if (reverses === null) continue;
        const link = { id, sequence: this.chained.get(id) ?? 0 };
        const reading = readEntry(entry, this.tally.assignments);
        this.add({ link, entry, reading, month: periodOf(effectiveOn), reverses });
      }
    }
    this.chained.clear();
  }

  private async placesOf(ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.reader.all<{ item_id: string; sequence: string | number }>(
      `select item_id, sequence from ledger_chain
       where item_id in (${marksFor(ids)})`,
      ids,
    );
    return new Map(rows.map(({ item_id: id, sequence }) => [id, Number(sequence)]));
  }

  private look({ link, entry, reverses }: Reversal, taken: StoredEntry | undefined, at: number) {
    const tell = (expected: string, found: string): void => {
      const place = `Storno ${link.id} (Glied ${link.sequence})`;
      this.report.broken({ place, expected, found });
    };
    if (taken === undefined) {
      tell(`nimmt eine Buchung des Buchs zurück`, `${reverses} gibt es nicht`);
      return;
    }
    if (at === 0 || at >= link.sequence) {
      tell('nimmt eine frühere Buchung zurück', `${reverses} steht an Glied ${at}`);
    }
    if (taken.reverses !== null) {
      tell('nimmt eine Buchung zurück, die kein Storno ist', `${reverses} ist selbst ein Storno`);
    }
    const [mirrored, own] = [movesOf(taken, -1), movesOf(entry, 1)];
    if (mirrored !== own) {
      tell(`dieselben Zeilen wie ${reverses} mit umgekehrtem Vorzeichen`, 'andere Zeilen');
    }
  }
}

/** Accounts with dimensions and amounts, in one order. */
function movesOf(entry: StoredEntry, sign: 1 | -1): string {
  return postingsOf(entry)
    .map(({ assignment, cents }) => `${assignment} ${sign * Number(cents)}`)
    .toSorted()
    .join(',');
}
