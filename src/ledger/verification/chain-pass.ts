import type { Instant } from '../../domain/calendar/instant.js';
import type { CheckReport } from '../../platform/checks/book-check.js';
import type { Engine } from '../../platform/database/engine.js';
import type { Reader } from '../../platform/database/reader.js';
import { chainHash, NO_HASH } from '../chain/content.rules.js';
import { readEntry } from './entry-reading.rules.js';
import { PlainPass, type ChainHead } from './plain-pass.js';
import { ReversalsPass } from './reversals-pass.js';
import type { StoredItems } from './stored-items.js';
import { linksAfter, type StoredEntry, type StoredLink } from './stored-links.js';
import type { Tally } from './tally.js';
import { periodOf } from '../periods/closed-through.js';

/** "Buchung 01KA… (Glied 17)" */
export function placeOf({ kind, id, sequence }: StoredLink): string {
  return `${ITEM_NAMES[kind] ?? kind} ${id} (Glied ${sequence})`;
}

const PAGES_MAX = 64;

const ITEM_NAMES: Readonly<Record<string, string>> = {
  entry: 'Buchung',
  account: 'Kontostand',
  closing: 'Abschluss',
};

/**
 * Walks the whole chain once: computes each hash anew from the rows, and looks at each entry. What
 * it adds up on the way, later checks hold against the rest of the book. Where all is in order it
 * goes the quick way; around each link that stands out it looks link by link, and tells.
 */
export class ChainPass {
  private head: ChainHead = { sequence: 0, recordedAt: '' as Instant, hash: NO_HASH };
  private closedThrough = '';
  private closedEntries = 0;
  private last = 0;
  private readonly reversals: ReversalsPass;
  private readonly plain: PlainPass;

  constructor(
    private readonly reader: Reader,
    private readonly report: CheckReport,
    private readonly items: StoredItems,
    private readonly tally: Tally,
    engine: Engine,
  ) {
    this.reversals = new ReversalsPass(reader, report, tally);
    this.plain = new PlainPass(reader, {
      engine,
      tally,
      takesBack: (id, sequence) => {
        this.reversals.addChained(id, sequence);
      },
      pageEnds: (head) => this.pageEnds(head),
    });
  }

  async run(): Promise<void> {
    const [row] = await this.reader.all<{ last: string | number | null }>(
      'select max(sequence) as last from ledger_chain',
    );
    this.last = Number(row?.last ?? 0);
    for (let [more, pages] = [true, 1]; more;) {
      const from = this.head;
      this.head = await this.plain.walk(from, this.closedThrough);
      // Where one link after the other stands out, the quick way is tried less and less often.
      pages = this.head === from ? Math.min(2 * pages, PAGES_MAX) : 1;
      for (let page = 0; page < pages && more; page += 1) more = await this.visitNext();
    }
  }

  /** Looks at the next links one by one. @returns whether there were any */
  private async visitNext(): Promise<boolean> {
    const links = await linksAfter(this.reader, this.head.sequence);
    for (const link of links) this.visit(link);
    await this.pageEnds(this.head);
    return links.length > 0;
  }

  private async pageEnds({ sequence }: ChainHead): Promise<void> {
    await this.reversals.settle();
    this.report.progress(sequence, this.last);
  }

  private visit(link: StoredLink): void {
    this.tally.links += 1;
    this.tellPlace(link);
    const text = this.textOf(link);
    if (text === undefined) {
      this.tell(link, 'steht im Buch', 'fehlt');
    } else {
      const { recordedAt, previousHash, sequence } = link;
      const hash = chainHash(text, { recordedAt, previousHash, sequence });
      if (hash !== link.hash) {
        this.tell(link, `ein Inhalt zum Hash ${link.hash}`, `ein Inhalt mit dem Hash ${hash}`);
      }
    }
    this.head = link;
  }

  private tellPlace(link: StoredLink): void {
    const { sequence, recordedAt, hash } = this.head;
    if (link.sequence !== sequence + 1) {
      this.tell(link, `Glied ${sequence + 1}`, `Glied ${link.sequence}: dazwischen fehlt etwas`);
    }
    if (link.previousHash !== hash) {
      this.tell(link, `vorheriger Hash ${hash}`, link.previousHash);
    }
    if (link.recordedAt < recordedAt) {
      this.tell(link, `aufgenommen nicht vor ${recordedAt}`, link.recordedAt);
    }
  }

  /** The canonical text of the item as the book has it now. */
  private textOf(link: StoredLink): string | undefined {
    if (link.kind === 'entry') return link.entry && this.textOfEntry(link, link.entry);
    const text = this.items.texts.get(`${link.kind} ${link.id}`);
    if (text !== undefined && link.kind === 'account') this.tally.accounts += 1;
    if (link.kind === 'closing') this.close(link);
    return text;
  }

  private textOfEntry(link: StoredLink, entry: StoredEntry): string {
    const reading = readEntry(entry, this.tally.assignments);
    const month = periodOf(entry.effectiveOn);
    for (const { expected, found } of reading.flaws) this.tell(link, expected, found);
    if (month <= this.closedThrough) {
      const expected = `wirksam nach dem abgeschlossenen Monat ${this.closedThrough}`;
      this.tell(link, expected, entry.effectiveOn);
    }
    this.tally.count(entry, reading, month);
    if (entry.reverses === null) this.tally.move(entry.id, reading, month, entry.kind);
    else this.reversals.add({ link, entry, reading, month, reverses: entry.reverses });
    return reading.text;
  }

  /** An "Abschluss" goes on from the last one, and says how many entries it closes. */
  private close(link: StoredLink): void {
    const closing = this.items.closings.get(link.id);
    if (closing === undefined) return;
    this.tally.closings += 1;
    if (closing.period <= this.closedThrough) {
      this.tell(link, `ein Monat nach ${this.closedThrough}`, closing.period);
    }
    this.closedThrough = closing.period;
    const through = [...this.tally.months].filter(([month]) => month <= closing.period);
    const entries = through.reduce((sum, [, count]) => sum + count, 0);
    const closed = entries - this.closedEntries;
    if (closing.entries !== closed) {
      this.tell(link, `schließt ${closed} Buchungen ab`, `${closing.entries}`);
    }
    this.closedEntries = entries;
  }

  private tell(link: StoredLink, expected: string, found: string): void {
    this.report.broken({ place: placeOf(link), expected, found });
  }
}
