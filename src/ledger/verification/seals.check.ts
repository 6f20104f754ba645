import type { BookCheck, CheckReport } from '../../platform/checks/book-check.js';
import type { Reader } from '../../platform/database/reader.js';
import { NO_HASH } from '../chain/content.rules.js';
import { enteredBy } from './movers.js';
import type { Seal } from './seal.rules.js';

/** A seal, and where it was read from. */
export interface GivenSeal {
  readonly source: string;
  readonly seal: Seal;
}

/** What a sealing may have missed that was committed at the same time. */
const AT_THE_SAME_TIME_MS = 60_000;

/** Holds the book against seals of earlier days that were kept outside it. */
export class SealsCheck implements BookCheck {
  readonly name = 'Siegel';

  constructor(private readonly seals: readonly GivenSeal[]) {}

  async run(reader: Reader, report: CheckReport): Promise<string> {
    for (const { source, seal } of this.seals) {
      const broken = (expected: string, found: string): void => {
        report.broken({ place: `Siegel ${source} vom ${seal.day}`, expected, found });
      };
      await tellBook(reader, seal, broken);
      if (await isUnderSeal(reader, seal, broken)) {
        await tellBackdated(reader, seal, broken);
        await tellSince(reader, report, source, seal);
      }
    }
    return `${this.seals.length} Siegel`;
  }
}

type Tell = (expected: string, found: string) => void;

async function tellBook(reader: Reader, { book }: Seal, broken: Tell): Promise<void> {
  const [own] = await reader.all<{ kind: string; made_at: string }>(
    'select kind, made_at from book',
  );
  if (own?.kind === book.kind && own.made_at === book.madeAt) return;
  const found = own === undefined ? 'kein Buch' : `das Buch von ${own.made_at} (${own.kind})`;
  broken(`das Buch von ${book.madeAt} (${book.kind})`, found);
}

/** Whether the chain goes as far as the seal says, and had this hash there. */
async function isUnderSeal(reader: Reader, { count, hash }: Seal, broken: Tell): Promise<boolean> {
  if (count === 0) return hash === NO_HASH;
  const [link] = await reader.all<{ hash: string }>(
    'select hash from ledger_chain where sequence = ?',
    [count],
  );
  if (link?.hash === hash) return true;
  if (link !== undefined) {
    broken(`Glied ${count} mit dem Hash ${hash}`, `Hash ${link.hash}: die Kette ist eine andere`);
    return false;
  }
  const [head] = await reader.all<{ last: string | number | null }>(
    'select max(sequence) as last from ledger_chain',
  );
  const last = Number(head?.last ?? 0);
  broken(`${count} Glieder der Kette`, `${last}: am Ende fehlen ${count - last}`);
  return false;
}

/** What came after the seal and says that it was recorded before it. */
async function tellBackdated(reader: Reader, seal: Seal, broken: Tell): Promise<void> {
  const latest = new Date(Date.parse(seal.sealedAt) - AT_THE_SAME_TIME_MS).toISOString();
  const rows = await reader.all<{ sequence: string | number; recorded_at: string }>(
    `select sequence, recorded_at from ledger_chain
     where sequence > ? and recorded_at < ? order by sequence limit 20`,
    [seal.count, latest],
  );
  for (const { sequence, recorded_at: at } of rows) {
    broken(`Glied ${sequence} aufgenommen nach dem Siegel vom ${seal.sealedAt}`, at);
  }
}

/** "Seit dem Siegel": lawful, and worth knowing by whom. */
async function tellSince(
  reader: Reader,
  report: CheckReport,
  source: string,
  { count, day }: Seal,
): Promise<void> {
  const rows = await reader.all<{ actors: string; n: string | number }>(
    `select e.actors, count(*) as n from ledger_chain c join ledger_entry e on e.id = c.item_id
     where c.sequence > ? group by e.actors`,
    [count],
  );
  const byActor = new Map<string, number>();
  for (const { actors, n } of rows) {
    const who = enteredBy(actors);
    byActor.set(who, (byActor.get(who) ?? 0) + Number(n));
  }
  const who = [...byActor].toSorted().map(([actor, n]) => `${actor}: ${n.toLocaleString('de-DE')}`);
  const since = who.length === 0 ? 'keine Buchung' : who.join(', ');
  report.note(`Seit dem Siegel ${source} vom ${day} kamen hinzu: ${since}.`);
}
