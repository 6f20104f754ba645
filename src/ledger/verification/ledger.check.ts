import type { Clock } from '../../platform/clock/clock.js';
import type { BookCheck, CheckReport } from '../../platform/checks/book-check.js';
import { catalogIn } from '../../platform/checks/guards.check.js';
import {
  ensureGuards,
  ensureTriggers,
  type Guards,
} from '../../platform/checks/stored-triggers.js';
import { appendOnlyTriggers } from '../../platform/database/append-only.js';
import type { Engine } from '../../platform/database/engine.js';
import type { Reader } from '../../platform/database/reader.js';
import { APPEND_ONLY } from '../migrations/0001-ledger-tables.js';
import { POSTGRES_FUNCTIONS, POSTGRES_TRIGGERS } from '../migrations/postgres-triggers.js';
import { SQLITE_TRIGGERS } from '../migrations/sqlite-triggers.js';
import { tellBalances } from './balances-match.js';
import { ChainPass } from './chain-pass.js';
import { tellClockAhead } from './clock-ahead.js';
import { tellLineSums } from './line-sums.check.js';
import { enteredBy } from './movers.js';
import { tellPeriods } from './periods-match.js';
import { storedAssignments } from './stored-assignments.js';
import { entriesOf } from './stored-links.js';
import { storedItems } from './stored-items.js';
import { tellStrays } from './strays.js';
import { Tally } from './tally.js';
import { addWaiting } from './waiting-items.js';

const GUARDS: Guards = {
  sqlite: SQLITE_TRIGGERS,
  postgres: POSTGRES_TRIGGERS,
  functions: POSTGRES_FUNCTIONS,
};

/**
 * Whether the ledger is as it was entered: the chain over all entries, the entries themselves, the
 * balances kept beside them, the months, and the sums of lines. One pass reads everything.
 */
export class LedgerCheck implements BookCheck {
  readonly name = 'Kette, Buchungen und Salden';

  constructor(
    private readonly engine: Engine,
    private readonly clock: Clock,
  ) {}

  async run(reader: Reader, report: CheckReport): Promise<string> {
    const items = await storedItems(reader);
    const tally = new Tally(await storedAssignments(reader, items.accounts, report));
    await new ChainPass(reader, report, items, tally, this.engine).run();
    await addWaiting(reader, report, tally, this.clock.now());
    await tellClockAhead(reader, report, this.clock.now());
    await tellStrays(reader, report, tally);
    const balances = await tellBalances(reader, report, tally);
    await tellPeriods(reader, report, tally);
    const lines = await tellLineSums(reader, report, tally);
    await this.tellGuards(reader, report);
    await tellByHand(reader, report, tally);
    return provenOf(tally, balances, lines);
  }

  /** What keeps the journal from change, and postings and entries sound. */
  private async tellGuards(reader: Reader, report: CheckReport): Promise<void> {
    const catalog = catalogIn(reader, this.engine);
    await ensureGuards(catalog, GUARDS, report);
    for (const table of APPEND_ONLY) {
      await ensureTriggers(catalog, await appendOnlyTriggers(catalog, table), report);
    }
  }
}

const NOTHING = { effectiveOn: '', actors: '', text: '' };

async function tellByHand(
  reader: Reader,
  report: CheckReport,
  { byHand, firstByHand }: Tally,
): Promise<void> {
  const entries = new Map((await entriesOf(reader, firstByHand)).map((entry) => [entry.id, entry]));
  for (const id of firstByHand) {
    const { effectiveOn, actors, text } = entries.get(id) ?? NOTHING;
    const what = `Von Hand gebucht: ${id}, wirksam am ${effectiveOn}, erfasst von`;
    report.note(`${what} ${enteredBy(actors)}: ${text}`);
  }
  const more = byHand - firstByHand.length;
  if (more > 0) report.note(`Von Hand gebucht: ${more} weitere Buchungen.`);
}

function provenOf(tally: Tally, balances: number, lines: number): string {
  const counts: readonly (readonly [number, string, string])[] = [
    [tally.links, 'Glied der Kette', 'Glieder der Kette'],
    [tally.entries, 'Buchung', 'Buchungen'],
    [tally.postings, 'Buchungszeile', 'Buchungszeilen'],
    [balances, 'Monatssaldo', 'Monatssalden'],
    [lines, 'Zeile mit Jahr', 'Zeilen mit Jahr'],
  ];
  return counts
    .map(([count, one, many]) => `${count.toLocaleString('de-DE')} ${count === 1 ? one : many}`)
    .join(', ');
}
